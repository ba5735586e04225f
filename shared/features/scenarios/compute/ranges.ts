// How far inputs reach, and by which cause: what the text leaves open lies within what sources say apart, and that within what the
// analyst lets the input reach.
import type { Cause, Changes, DefinedInput } from '../model.ts';
import type { Program } from './compile.ts';

export interface RangedInput {
  readonly code: string;
  /** Number of its one point. */
  readonly point: number;
  readonly base: number;
  /** Spans that lie in each other, the innermost first. */
  readonly spans: readonly { readonly cause: Cause; readonly low: number; readonly high: number }[];
  /** The only values that it can have, where it is one of several readings. */
  readonly readings: readonly number[];
}

/** Inputs of one value that reach anywhere; one that a scenario sets reaches nowhere. */
export function rangedInputs(inputs: readonly DefinedInput[], program: Program, changes: Changes): RangedInput[] {
  return inputs.flatMap((input): RangedInput[] => {
    if (changes[input.code] !== undefined) return [];
    const own = program.points.flatMap(({ code }, point) => (code === input.code ? [point] : []));
    const [point, ...others] = own;
    if (point === undefined || others.length > 0) return [];
    const base = program.points[point]!.value;
    const readings = input.distribution.kind === 'readings' ? input.distribution.values.map(Number) : [];
    const spans = nested(input, base, readings);
    return spans.length === 0 ? [] : [{ code: input.code, point, base, spans, readings }];
  });
}

function nested({ spans: { text, sources }, low, high }: DefinedInput, base: number, readings: readonly number[]): RangedInput['spans'] {
  const told: [Cause, number, number][] = [];
  if (readings.length > 0) told.push(['text', Math.min(...readings), Math.max(...readings)]);
  if (text !== null) told.push(['text', Number(text.low), Number(text.high)]);
  if (sources !== null) told.push(['sources', Number(sources.low), Number(sources.high)]);
  if (low !== null || high !== null) told.push(['assumption', Number(low ?? base), Number(high ?? base)]);
  let [from, to] = [base, base];
  return told.flatMap(([cause, least, greatest]) => {
    const before = to - from;
    from = Math.min(from, least, greatest);
    to = Math.max(to, least, greatest);
    return to - from > before ? [{ cause, low: from, high: to }] : [];
  });
}
