// Words of groups and their claims, as short as a queue needs them.

import { capitalised } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import type { Lead } from '../../../shared/features/conflicts/contract.ts';
import type { Message } from '../../../shared/message.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { words } from '../../bridge/index.ts';
import { valueParts, valueText } from '../../ui/index.ts';

const noBreakSpace = '\u00a0';

/** "Market share, Chinese brands, Jun 2023", where neither a date nor a number and its short unit are parted at the end of a line. */
export function groupTitle({ key, params = {} }: Message, locale: string): string {
  const { period } = params;
  const isPeriod = typeof period === 'object' && 'period' in period;
  const unparted = isPeriod ? { ...params, period: formatPeriod(period.period, locale).replaceAll(' ', noBreakSpace) } : params;
  return capitalised(words({ key, params: unparted }).replace(/(?<=\d) (?=\p{L}{1,3}\b)/gu, noBreakSpace));
}

/** A, B … Z, AA, AB … */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}

/** What a claim says in a few words: value, event, or who speaks. */
export function leadOf(row: ClaimRow, locale: string): string {
  if (row.kind === 'statement') return row.actor ?? '';
  return row.kind === 'event' ? row.what || capitalised(row.stage ?? row.type ?? '') : valueText(row, locale);
}

/** "963,800 | 978,200": what stands against what. The unit is left out where all share it. */
export function againstText(leads: readonly Lead[], locale: string): string {
  const units = leads.map((lead) => (lead.kind === 'figure' ? lead.value?.unit : undefined));
  const isOneUnit = leads.length > 1 && units[0] !== undefined && units[0] !== 'PCT' && units.every((unit) => unit === units[0]);
  const short = (lead: Lead) => {
    const text = leadText(lead, locale);
    if (!isOneUnit) return text;
    const { mark, digits } = valueParts(text);
    return mark + digits;
  };
  return [...new Set(leads.map(short))].join(' | ');
}

function leadText(lead: Lead, locale: string): string {
  switch (lead.kind) {
    case 'figure':
      return lead.value === null ? '' : valueText(lead.value, locale);
    case 'event':
      return lead.what || capitalised(lead.code);
    case 'statement':
      return lead.actor;
  }
}
