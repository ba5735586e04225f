// The figure that a cell says, all of it understood: the number of the cell and not its format, the words that qualify it, its own
// unit and power of ten. What cannot be read is refused with the reason.
import type { Message } from '../../message.ts';
import { message } from '../../message.ts';
import { decimalTextOf, keptDigits, type Measured } from '../../quantity/index.ts';
import { readTyped } from '../passages/finder/index.ts';
import { isUnread, type ReadCell } from '../sources/read-sheet.ts';
import type { Mapping } from './mapping.ts';

export interface NumberSigns {
  readonly decimal?: '.' | ',' | undefined;
  readonly thousands?: string | undefined;
}

/** What a cell says of a figure, apart from what stands around it. */
export type ReadValue = Measured | { readonly refusal: Message };

export function readValueCell(cell: NonNullable<ReadCell>, signs: NumberSigns): ReadValue {
  if (typeof cell === 'number') return exactly(decimalTextOf(cell), null);
  if (typeof cell === 'boolean') return { refusal: message('tables:refused.truth') };
  if (isUnread(cell))
    return 'error' in cell
      ? { refusal: message('tables:refused.error', { text: cell.error }) }
      : { refusal: message('tables:refused.formula', { text: cell.formula }) };
  if (typeof cell === 'object') {
    if ('percent' in cell) return exactly(decimalTextOf(Number((cell.percent * 100).toPrecision(keptDigits))), 'PCT');
    return { refusal: message('tables:refused.day', { text: cell.day }) };
  }
  return readValueWords(cell, signs);
}

function exactly(value: string, unit: string | null): Measured {
  return { low: value, high: value, qualifier: 'exact', unit, multiplier: 0, change: null };
}

/** Digits of other widths and the signs that programs write for a minus are the same number. */
function plainly(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[−‒﹣]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readValueWords(words: string, { decimal, thousands }: NumberSigns): ReadValue {
  const shown = plainly(words);
  const plain = decimal === undefined && thousands === undefined ? shown : inPoints(shown, decimal, thousands);
  if (plain === undefined) return { refusal: message('tables:refused.signs', { text: words.slice(0, 60) }) };
  const read = readTyped(plain);
  return 'quantity' in read ? read.quantity : read;
}

/** With the point as decimal sign and no groups; undefined where a sign stands where it cannot. */
function inPoints(words: string, decimal: '.' | ',' | undefined, thousands: string | undefined): string | undefined {
  const point = decimal ?? (thousands === ',' || thousands === undefined ? '.' : thousands === '.' ? ',' : undefined);
  const groups = thousands ?? (point === ',' ? '.' : point === '.' ? ',' : undefined);
  let isSound = true;
  const plain = words.replace(/\d[\d.,'’ \u00a0\u202f\u2009]*\d/gu, (run) => {
    const read = plainNumber(run, point, groups);
    isSound &&= read !== undefined;
    return read ?? run;
  });
  return isSound ? plain : undefined;
}

function plainNumber(run: string, point: string | undefined, groups: string | undefined): string | undefined {
  const spaced = run.replace(/(\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))/gu, '$1');
  if (/ /.test(spaced)) return run;
  const sign = groups === undefined ? undefined : groups.trim() === '' ? undefined : groups;
  const bare = sign !== undefined && spaced.includes(sign) ? ungrouped(spaced, sign, point) : spaced;
  if (bare === undefined) return undefined;
  if (/^\d+$/.test(bare)) return bare;
  // Where no decimal sign is told, the one that stands alone is it.
  const own = point ?? (/^\d+[.,]\d+$/.test(bare) ? bare.replace(/\d/g, '') : undefined);
  if (own === undefined) return undefined;
  const [whole, fraction, ...rest] = bare.split(own);
  return rest.length === 0 && fraction !== undefined && /^\d+$/.test(whole!) && /^\d+$/.test(fraction) ? `${whole}.${fraction}` : undefined;
}

function ungrouped(run: string, sign: string, point: string | undefined): string | undefined {
  const [whole, ...fraction] = point === undefined ? [run] : run.split(point);
  const groups = whole!.split(sign);
  const isGrouped = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{2,4}$/).test(group)) && /^\d{3,4}$/.test(groups.at(-1)!);
  return isGrouped ? [groups.join(''), ...fraction].join(point ?? '') : undefined;
}

/** The decimal sign that the words of a column prove; undefined where none does, or where they contradict each other. */
export function decimalSignOf(words: Iterable<string>): '.' | ',' | undefined {
  const proofs = new Set<'.' | ','>();
  for (const one of words) {
    for (const [run] of plainly(one).matchAll(/\d[\d.,' ]*\d/gu)) {
      const last = Math.max(run.lastIndexOf('.'), run.lastIndexOf(','));
      if (last < 0) continue;
      const sign = run[last] as '.' | ',';
      const other = sign === '.' ? ',' : '.';
      const after = run.length - last - 1;
      if (run.split(sign).length > 2) proofs.add(other);
      else if (run.includes(other) || after !== 3 || run.startsWith('0')) proofs.add(sign);
    }
  }
  return proofs.size === 1 ? [...proofs][0] : undefined;
}

/** Signs of a mapping, with what the words of a column prove where it leaves the decimal sign open. */
export function signsOf({ decimal, thousands }: Pick<Mapping, 'decimal' | 'thousands'>, words: Iterable<string>): NumberSigns {
  if (decimal !== undefined || thousands !== undefined) return { decimal, thousands };
  return { decimal: decimalSignOf(words) };
}
