// Which series a strand names. What is left out may be anything, and must fit one series.
import { normalName } from '../claims/origin.ts';
import type { SeriesKey } from '../ledger/model.ts';
import type { BoardFacts } from './facts.ts';
import type { Figure, JoinStrand, RatesStrand, SeriesName, SeriesStrand, Strand } from './model.ts';

/** The parts of a series as they are told: each may be left out. */
export interface SeriesAsked {
  readonly measure?: string | undefined;
  readonly subject?: string | undefined;
  readonly area?: string | readonly string[] | null | undefined;
  readonly counterpart?: string | null | undefined;
  readonly basis?: string | readonly string[] | null | undefined;
  readonly unit?: string | null | undefined;
  readonly change?: string | null | undefined;
}

export type NameOf = (name: string) => string;

/** Canonical text of a series without its frequency. */
export function seriesTextOf({ measure, subject, area, counterpart, basis, unit, change }: SeriesName, nameOf: NameOf): string {
  return JSON.stringify([measure, normalName(nameOf(subject)), area.toSorted(), counterpart, basis.map(normalName).toSorted(), unit, change]);
}

export function nameOfSeries({ measure, subject, area, counterpart, basis, unit, change }: SeriesKey): SeriesName {
  return { measure, subject, area, counterpart, basis, unit, change };
}

/** Why a strand names no series: it fits none, several universes, or several units. */
export type Misfit = 'none' | 'bases' | 'units';

export function fittingSeries(asked: SeriesAsked, { series, nameOf }: Pick<BoardFacts, 'series' | 'nameOf'>): SeriesName | Misfit {
  const fitting = new Map<string, SeriesName>();
  for (const key of series) if (isFitting(asked, key, nameOf)) fitting.set(seriesTextOf(key, nameOf), nameOfSeries(key));
  const found = [...fitting.values()];
  const [only, ...others] = found;
  if (only === undefined) return 'none';
  if (others.length === 0) return only;
  const unlessUnit = new Set(found.map((one) => seriesTextOf({ ...one, unit: null, change: null }, nameOf)));
  return unlessUnit.size === 1 ? 'units' : 'bases';
}

function isFitting(asked: SeriesAsked, key: SeriesKey, nameOf: NameOf): boolean {
  const isName = (wanted: string | undefined, held: string) => wanted === undefined || normalName(nameOf(wanted)) === normalName(nameOf(held));
  const isText = (wanted: string | null | undefined, held: string | null) => wanted === undefined || wanted === held;
  return (
    (asked.measure === undefined || normalName(asked.measure) === normalName(key.measure)) &&
    isName(asked.subject, key.subject) &&
    isSame(asked.area, key.area) &&
    isText(asked.counterpart, key.counterpart) &&
    isSame(asked.basis, key.basis) &&
    isText(asked.unit, key.unit) &&
    isText(asked.change, key.change)
  );
}

function isSame(wanted: string | readonly string[] | null | undefined, held: readonly string[]): boolean {
  if (wanted === undefined) return true;
  const list = wanted === null ? [] : typeof wanted === 'string' ? [wanted] : wanted;
  return list.map(normalName).toSorted().join('\n') === held.map(normalName).toSorted().join('\n');
}

export function isRates(strand: Strand): strand is RatesStrand {
  return 'rates' in strand;
}

export function isJoin(strand: Strand): strand is JoinStrand {
  return 'join' in strand;
}

/** The series that a strand draws; none of rates. */
export function seriesIn(strand: Strand): readonly SeriesStrand[] {
  return isRates(strand) ? [] : isJoin(strand) ? strand.join : [strand];
}

/** The strand with each of its series as `to` has it. */
export function mapSeries(strand: Strand, to: (series: SeriesStrand) => SeriesStrand): Strand {
  if (isRates(strand)) return strand;
  return isJoin(strand) ? { ...strand, join: strand.join.map(to) } : to(strand);
}

export function mapFigure<F extends Figure>(figure: F, to: (series: SeriesName) => SeriesName): F {
  return 'of' in figure ? { ...figure, of: to(figure.of) } : figure;
}
