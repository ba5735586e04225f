// Sentences of a field with what each says, captured into a workbook of its own.
import type { App } from '../../../electron/core/app.ts';
import type { Input } from '../../../shared/contract.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

export interface Sentence {
  readonly ref?: string;
  readonly text: string;
  /** Title of its source; the first one unless it says so. */
  readonly source?: string;
  readonly claim: Readonly<Record<string, unknown>>;
}

type Records = Input<'policy.describe'>['records'];

/** `sources`: titles and the days on which they were published. */
export async function fieldOf(
  sources: Readonly<Record<string, string>>,
  sentences: readonly Sentence[],
  records: (id: (ref: string) => string) => Records = () => [],
): Promise<{ app: App; id: (ref: string) => string }> {
  const { app } = await newWorkbook();
  const usual = Object.keys(sources)[0]!;
  const ids = new Map<string, string>();
  for (const [title, publishedOn] of Object.entries(sources)) {
    const own = sentences.filter(({ source = usual }) => source === title).map(({ text }) => text);
    ids.set(title, (await app.ask('sources.paste', { text: [...new Set(own)].join('\n'), meta: { title, publishedOn, grade: 'B' } })).id);
  }
  const first = records(() => '019b76da-f620-7953-8391-dea52e8d22f2').filter(({ record }) => record === 'scale');
  if (first.length > 0) await app.ask('policy.describe', { records: first });
  const { claims } = await app.ask('claims.capture', {
    claims: sentences.map(
      ({ ref, text, source = usual, claim }) => ({ ref, ...claim, passage: { source: ids.get(source), exact: text } }) as unknown as ClaimInput,
    ),
  });
  const known = new Map(claims.map((one) => [one.ref ?? '', one.id]));
  const id = (ref: string) => known.get(ref)!;
  const described = records(id);
  if (described.length > 0) await app.ask('policy.describe', { records: described });
  return { app, id };
}

export function event(subject: string, subjectType: string, stage: string, when: string | null, more: object = {}): Sentence['claim'] {
  return { kind: 'event', subject, subjectType, stage, ...(when === null ? {} : { when }), ...more };
}

export function level(subject: string, measure: string, unit: string, low: string, more: object = {}): Sentence['claim'] {
  return { kind: 'figure', subject, measure, unit, value: { low, high: low, qualifier: 'exact' }, ...more };
}

/** Answer and state by day: "no draft". */
export async function states(app: App, name: string, days: readonly string[]): Promise<Record<string, string>> {
  const told = await Promise.all(
    days.map(async (on) => {
      const [one] = await app.ask('policy.inforce', { name, on });
      return [on, `${one!.answer} ${one!.state}`] as const;
    }),
  );
  return Object.fromEntries(told);
}

/** Tracks with their windows: "force 2020-01-01 > 2021-01-01..2021-12-31". */
export async function drawnOf(app: App, name: string): Promise<string[]> {
  const window = (one: { earliest: string | null; latest: string | null } | null) =>
    one === null ? '' : one.earliest === one.latest ? (one.earliest ?? '?') : `${one.earliest ?? ''}..${one.latest ?? ''}`;
  const { intervals } = await app.ask('policy.lifecycle', { name });
  return intervals.map(({ track, from, to }) => `${track} ${window(from)} > ${window(to)}`.trimEnd());
}

export async function rateOn(app: App, name: string, on: string, given: Record<string, string> = {}) {
  const rates = await app.ask('policy.rates', { name, on, given });
  return rates.map((rate) => (rate.on === null ? null : [Number(rate.on.low), Number(rate.on.high)]));
}
