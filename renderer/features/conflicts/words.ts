// Words of groups and their claims, as short as a queue needs them.

import { capitalised } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import type { Lead } from '../../../shared/features/conflicts/contract.ts';
import { findPeriod, formatPeriod } from '../../../shared/period/index.ts';
import { valueParts } from '../../ui/index.ts';

const noBreakSpace = '\u00a0';

/** "market share, Chinese brands, 2023-06" reads "Market share, Chinese brands, Jun 2023". */
export function groupTitle(title: string, locale: string): string {
  const parts = title.split(', ');
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && /\d|\.\./.test(last) && findPeriod(last) !== undefined)
    parts[parts.length - 1] = formatPeriod(last, locale).replaceAll(' ', noBreakSpace);
  const [first = '', ...rest] = parts;
  const kept = rest.filter((part) => part.toLowerCase() !== first.toLowerCase());
  // A number stays with its short unit: 1–2 l.
  return capitalised([first, ...kept].join(', ').replace(/(?<=\d) (?=\p{L}{1,3}\b)/gu, noBreakSpace));
}

/** A, B … Z, AA, AB … */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}

/** What a claim says in a few words: value, happening, or who speaks. */
export function leadOf(row: ClaimRow): string {
  if (row.kind === 'statement') return row.actor ?? '';
  return row.kind === 'event' ? row.what || capitalised(row.stage ?? row.type ?? '') : row.valueText;
}

/** "963,800 | 978,200": what stands against what. The unit is left out where all share it. */
export function againstText(leads: readonly Lead[]): string {
  const isOneUnit = leads.every(({ kind, unit }) => kind === 'figure' && unit === leads[0]?.unit && unit !== 'PCT');
  const short = ({ words }: Lead) => {
    if (!isOneUnit || leads.length < 2) return words;
    const { mark, digits } = valueParts(words);
    return mark + digits;
  };
  return [...new Set(leads.map(short))].join(' | ');
}
