// What a figure of a time to come is: by the words of its sentence a target, a plan or a forecast. Nobody has counted it yet.
import { findPeriod } from '../../period/index.ts';
import type { figureStatuses } from './model.ts';

export type LaterStatus = Extract<(typeof figureStatuses)[number], 'target' | 'plan' | 'forecast'>;

/** Stems, English, Russian and Chinese; a target is told before a plan, and a plan before a forecast. */
const words: readonly (readonly [LaterStatus, RegExp])[] = [
  ['target', /(?<!\p{L})(?:target|aim|goal|objective|целев|целью|цель|цели(?!\p{L})|задач)|目标/iu],
  ['plan', /(?<!\p{L})(?:plan|intend|schedul|планир|план(?!\p{L})|плана(?!\p{L})|плане(?!\p{L})|намерен|намечен)|计划|拟/iu],
  [
    'forecast',
    /(?<!\p{L})(?:forecast|expect|project(?:s|ed|ion|ions)(?!\p{L})|predict|estimate|outlook|see[ns]?(?!\p{L})|прогноз|ожида|предполага)|预测|预计/iu,
  ],
];

export interface LaterFigure {
  /** EDTF. */
  readonly period: unknown;
  /** When its source was published; a figure of an undated source is not known to be of a time to come. */
  readonly publishedOn: string | null;
  readonly sentence: string;
}

/** Undefined for a figure that may have been counted; null where it cannot have been, and its words do not tell what it is. */
export function laterStatus({ period, publishedOn, sentence }: LaterFigure): LaterStatus | null | undefined {
  const earliest = typeof period === 'string' ? findPeriod(period)?.earliest : undefined;
  const published = findPeriod(publishedOn)?.latest;
  if (earliest == null || published == null || earliest <= published) return undefined;
  return words.find(([, said]) => said.test(sentence))?.[0] ?? null;
}
