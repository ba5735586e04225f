// The value of a row. `Value` and `Low/High/Qualifier/Unit` say one thing: the side that changed counts; where both did and are
// apart, the cells contradict each other.
import { AppError } from '../../../../../shared/errors.ts';
import type { Claim } from '../../../../../shared/features/claims/model.ts';
import { measuredOf } from '../../../../../shared/features/ledger/rules.ts';
import type { ReadCell } from '../../../../../shared/features/sources/read-sheet.ts';
import { changeKinds, type Measured, normaliseQuantity, type Qualifier, qualifiers, shiftPoint } from '../../../../../shared/quantity/index.ts';
import { numbersIn, wordsOf } from './read-cell.ts';

export const valueFields = ['worded', 'low', 'high', 'qualifier', 'unit', 'change'] as const;
export type ValueField = (typeof valueFields)[number];

/** Reads a typed value over one that is known; supplied by the claims feature. @throws AppError */
export type TypedOver = (claim: Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>, text: string, style: 'point' | 'comma') => Measured;

export interface ValueCells {
  /** Fields whose cells say something else than the export did; of a new row those that are filled. */
  readonly changed: ReadonlySet<ValueField>;
  cell(field: ValueField): ReadCell;
  readonly multiplier: number;
}

export type ValueReading =
  | { readonly is: 'same' }
  | { readonly is: 'changed'; readonly to: Measured; readonly by: ValueField }
  | { readonly is: 'apart'; readonly cells: Measured; readonly words: Measured }
  | { readonly is: 'unreadable'; readonly field: ValueField; readonly why: string };

type Before = Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>;

export interface ValueOptions {
  readonly typedOver: TypedOver;
  /** Of digits that may be read in two ways. */
  readonly style: 'point' | 'comma';
}

export function readValue(before: Before, read: ValueCells, options: ValueOptions): ValueReading {
  const { changed, cell } = read;
  const parts = valueFields.filter((field) => field !== 'worded' && changed.has(field));
  // A row that is new may give its unit beside the value as worded.
  if (before.value === null && changed.has('worded') && !['low', 'high', 'qualifier'].some((field) => changed.has(field as ValueField)))
    return typedNew(before, read, options);
  const cells = parts.length === 0 ? undefined : fromParts(before, read, options);
  if (cells !== undefined && 'is' in cells) return cells;
  const typed = changed.has('worded')
    ? fromWords(cells === undefined ? before : { ...before, unit: cells.unit, change: cells.change }, cell('worded'), options)
    : undefined;
  if (typed !== undefined && 'is' in typed) return cells === undefined ? typed : { is: 'changed', to: cells, by: parts[0]! };
  if (typed === undefined && cells === undefined) return { is: 'same' };
  if (typed !== undefined && cells !== undefined && !isSameQuantity(typed, cells)) return { is: 'apart', cells, words: typed };
  const to = cells ?? typed!;
  if (before.value !== null && isSameQuantity(to, measuredOf(before as Claim))) return { is: 'same' };
  return { is: 'changed', to, by: parts[0] ?? 'worded' };
}

function typedNew(before: Before, { changed, cell }: ValueCells, options: ValueOptions): ValueReading {
  const unit = changed.has('unit') ? unitIn(cell('unit')) : before.unit;
  const change = changed.has('change') ? (codeIn(cell('change'), changeKinds) ?? null) : before.change;
  const typed = fromWords({ ...before, unit, change }, cell('worded'), options);
  return 'is' in typed ? typed : { is: 'changed', to: typed, by: 'worded' };
}

function isSameQuantity(a: Measured, b: Measured): boolean {
  return normaliseQuantity(a) === normaliseQuantity(b);
}

function fromWords(before: Before, cell: ReadCell, { typedOver, style }: ValueOptions): Measured | ValueReading {
  const text = wordsOf(cell).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trim();
  if (text === '') return { is: 'unreadable', field: 'worded', why: '' };
  for (const one of style === 'point' ? (['point', 'comma'] as const) : (['comma', 'point'] as const)) {
    try {
      return typedOver(before, text, one);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { is: 'unreadable', field: 'worded', why: text };
}

function fromParts(before: Before, { changed, cell, multiplier }: ValueCells, { style }: ValueOptions): Measured | ValueReading {
  const full = (end: 'low' | 'high') => (before.value?.[end] == null ? null : shiftPoint(before.value[end], before.multiplier));
  const unit = changed.has('unit') ? unitIn(cell('unit')) : before.unit;
  const bounds: Record<'low' | 'high', string | null> = { low: full('low'), high: full('high') };
  for (const end of ['low', 'high'] as const) {
    if (!changed.has(end)) continue;
    const words = wordsOf(cell(end)).trim();
    const number = words === '' ? null : numberFor(cell(end), { near: full(end), unit, style });
    if (number === undefined) return { is: 'unreadable', field: end, why: words };
    bounds[end] = number;
  }
  const qualifier = changed.has('qualifier') ? codeIn(cell('qualifier'), qualifiers) : (before.value?.qualifier ?? undefined);
  if (changed.has('qualifier') && qualifier === undefined) return { is: 'unreadable', field: 'qualifier', why: wordsOf(cell('qualifier')) };
  const change = changed.has('change') ? codeIn(cell('change'), changeKinds) : (before.change ?? undefined);
  if (changed.has('change') && change === undefined && wordsOf(cell('change')).trim() !== '')
    return { is: 'unreadable', field: 'change', why: wordsOf(cell('change')) };
  const shaped = shape(bounds, qualifier, changed);
  const scaled = (text: string | null) => (text === null ? null : shiftPoint(text, -multiplier));
  if (shaped === 'apart')
    return {
      is: 'apart',
      cells: { low: scaled(bounds.low), high: scaled(bounds.high), qualifier: 'between', unit, multiplier, change: change ?? null },
      words: measuredOf(before as Claim),
    };
  if (shaped === undefined)
    return { is: 'unreadable', field: changed.has('low') ? 'low' : 'high', why: `${bounds.low ?? '…'} – ${bounds.high ?? '…'}` };
  return { low: scaled(shaped.low), high: scaled(shaped.high), qualifier: shaped.qualifier, unit, multiplier, change: change ?? null };
}

/** Which bounds a qualifier leaves; undefined where those that were typed do not fit it. */
function shape(
  { low, high }: { readonly low: string | null; readonly high: string | null },
  qualifier: Qualifier | undefined,
  changed: ReadonlySet<ValueField>,
): { low: string | null; high: string | null; qualifier: Qualifier } | 'apart' | undefined {
  const isTyped = changed.has('low') || changed.has('high');
  if (qualifier === undefined) {
    if (low === null && high === null) return undefined;
    return { low, high, qualifier: low === null ? 'at_most' : high === null ? 'at_least' : low === high ? 'exact' : 'between' };
  }
  const point = low ?? high;
  switch (qualifier) {
    case 'unknown':
      return { low: null, high: null, qualifier };
    case 'over':
    case 'at_least':
      return low === null && isTyped ? undefined : { low: low ?? high, high: low === high || low === null ? null : high, qualifier };
    case 'under':
    case 'at_most':
    case 'almost':
      return { low: low === high || high === null ? null : low, high: high ?? low, qualifier };
    case 'between':
      return low === null || high === null ? undefined : { low, high, qualifier };
    default: {
      if (point === null) return undefined;
      if (low === null || high === null || low === high) return { low: point, high: point, qualifier };
      // Only one end of a single number was typed over: nobody can tell whether a range is meant.
      if (changed.has('low') !== changed.has('high') && qualifier === 'exact' && !changed.has('qualifier')) return 'apart';
      return { low, high, qualifier: qualifier === 'exact' && isTyped ? 'between' : qualifier };
    }
  }
}

function codeIn<C extends string>(cell: ReadCell, codes: readonly C[]): C | undefined {
  const text = wordsOf(cell)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return codes.find((code) => code === text);
}

/** A unit as it is coded: `units` and `%` are understood too. */
export function unitIn(cell: ReadCell): string | null {
  const text = wordsOf(cell).trim();
  return text === '' ? null : text === '%' ? 'PCT' : text.toUpperCase().replace(/\s+/g, '_');
}

interface NumberHint {
  /** What stood there: of two readings the nearer one is meant. */
  readonly near: string | null;
  readonly unit: string | null;
  readonly style: 'point' | 'comma';
}

function numberFor(cell: ReadCell, { near, unit, style }: NumberHint): string | undefined {
  const isShare = unit === 'PCT' || unit === 'PP' || unit === null;
  const all = numbersIn(cell, !isShare);
  const readings = typeof cell === 'object' && cell !== null && 'percent' in cell && !isShare ? all.toReversed() : all;
  if (readings.length < 2 || typeof cell !== 'string') return readings[0];
  if (near === null || Number(near) === 0) return style === 'point' ? readings[0] : readings.at(-1);
  const distance = (text: string) => Math.abs(Math.log(Math.abs(Number(text) / Number(near)) || Number.MIN_VALUE));
  return readings.toSorted((a, b) => distance(a) - distance(b))[0];
}
