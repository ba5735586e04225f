// The claims of a group field by field, in words: what differs first, then what only some say, then what agrees. How each
// claim came about (who, when, how sure) nearly always differs and is no disagreement: it stands last.

import { capitalised } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { detailText } from '../../../shared/features/claims/details.ts';
import { allowedByClaim } from '../../../shared/features/ledger/rules.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { decimalText, unitLabel } from '../../../shared/quantity/index.ts';
import { groupDigits } from '../../../shared/quantity/number-text.ts';
import { valueText } from '../../ui/index.ts';

export interface FieldRow {
  readonly field: string;
  /** One text for each claim; empty where it says nothing. */
  readonly texts: readonly string[];
  readonly state: 'differs' | 'partial' | 'equal';
  readonly isCircumstance: boolean;
}

/** Word of a coded value, such as ('status', 'actual'). */
export type WordOf = (list: string, code: string) => string;

type Read = (row: ClaimRow, word: WordOf, locale: string) => string;
const date = (text: string | null, locale: string) => (text === null ? '' : formatPeriod(text, locale));

const said = {
  value: (row, _, locale) => (row.value === null ? '' : valueText(row, locale) || intervalText(row, locale)),
  interval: (row, _, locale) => intervalText(row, locale),
  readings: (row) => row.readings.map((reading) => reading.label).join('; '),
  what: (row) => row.what,
  stage: (row, word) => (row.stage === null ? (row.type ?? '') : word('stage', row.stage)),
  actor: (row) => [row.actor, row.role].filter(Boolean).join(', '),
  stance: (row, word) => (row.stance === null ? '' : word('stance', row.stance)),
  gist: (row) => row.gist,
  topic: (row) => row.topic ?? '',
  by: (row) => row.by.join(', '),
  counterparties: (row) => row.counterparties.join(', '),
  cause: (row) => row.cause ?? '',
  depth: (row, word) => (row.depth === null ? '' : word('depth', row.depth)),
  sequence: (row) => row.sequence.join(' → '),
  until: (row) => row.until ?? '',
  batch: (row) => row.batch ?? '',
  details: (row) => row.details.map(detailText).join('; '),
  measure: (row) => capitalised(row.measure ?? ''),
  subject: (row) => row.subject ?? '',
  basis: (row) => row.basis.join(', '),
  area: (row) => row.area.join(', '),
  counterpart: (row) => row.counterpart ?? '',
  period: (row, _, locale) => date(row.period, locale),
  unit: (row, _, locale) => (row.kind === 'figure' ? unitLabel(row.unit, locale) || (row.unit ?? '') : ''),
  change: (row, word) => (row.kind === 'figure' ? word('change', row.change ?? 'level') : ''),
  status: (row, word) => (row.status === null ? '' : word('status', row.status)),
  vintage: (row) => row.vintage ?? '',
  condition: (row) => row.condition ?? '',
} as const satisfies Record<string, Read>;

const circumstances = {
  saidBy: (row) => row.saidBy.map((speaker) => speaker.name).join(', '),
  via: (row) => row.via.join(' → '),
  madeOn: (row, _, locale) => date(row.madeOn, locale),
  hedge: (row, word) => word('hedge', row.hedge),
} as const satisfies Record<string, Read>;

const order = { differs: 0, partial: 1, equal: 2 } as const;

export function fieldRows(rows: readonly ClaimRow[], word: WordOf, locale: string): readonly FieldRow[] {
  const read = (fields: Readonly<Record<string, Read>>, isCircumstance: boolean) =>
    Object.entries(fields)
      .map(([field, text]) => ({ field, texts: rows.map((row) => text(row, word, locale)), isCircumstance }))
      .filter(({ texts }) => texts.some((text) => text !== ''))
      .map((row): FieldRow => ({ ...row, state: stateOf(row.texts) }))
      .sort((a, b) => order[a.state] - order[b.state]);
  return [...read(said, false), ...read(circumstances, true)];
}

function stateOf(texts: readonly string[]): FieldRow['state'] {
  const given = new Set(texts.filter((text) => text !== '').map((text) => text.toLowerCase()));
  if (given.size > 1) return 'differs';
  return texts.includes('') ? 'partial' : 'equal';
}

/** Each text once with the claims that say it, the most said first. */
export function distinctTexts(row: FieldRow): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of row.texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

/** "[963,750, 963,850)": what the words and the rounding allow. */
function intervalText(row: ClaimRow, locale: string): string {
  if (row.kind !== 'figure' || row.value === null || row.value.qualifier === 'unknown') return '';
  const { low, high, lowOpen, highOpen } = allowedByClaim(row);
  if (low === null && high === null) return '';
  const text = (bound: typeof low, none: string) => (bound === null ? none : groupDigits(decimalText(bound), locale).replace(/^-/, '−'));
  return `${lowOpen ? '(' : '['}${text(low, '−∞')}, ${text(high, '∞')}${highOpen ? ')' : ']'}`;
}
