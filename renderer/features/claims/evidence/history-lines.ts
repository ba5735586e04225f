// Changes of a record as lines: one an edit, with the new and the old value where the edit changed one plain field.

import type { RecordChange } from '../../../../shared/features/history/contract.ts';
import type { Message } from '../../../../shared/message.ts';

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly label: Message;
  readonly change: { readonly field: string; readonly now: string; readonly before: string } | undefined;
}

const longest = 60;
/** Bookkeeping of the store, of no interest to a reader. */
const silentFields = new Set(['contentKey', 'updatedAt', 'at', 'by']);

/** What is named by an id or a hash says more by the label of its edit. */
const namelessFields = new Set(['copyOf', 'notCopyOf', 'textSha256']);

/** Newest first. */
export function historyLines(changes: readonly RecordChange[]): readonly HistoryLine[] {
  const bySeq = new Map<number, RecordChange[]>();
  for (const change of changes) bySeq.set(change.seq, [...(bySeq.get(change.seq) ?? []), change]);
  return [...bySeq.values()].map(lineOf).toSorted((a, b) => b.seq - a.seq);
}

function lineOf(changes: readonly RecordChange[]): HistoryLine {
  const first = changes[0]!;
  const told = changes.filter((change) => !silentFields.has(change.field) && !(change.table === 'verdict' && change.field === 'ground'));
  const only = told.length === 1 ? told[0] : undefined;
  const now = only === undefined || only.field === '*' || namelessFields.has(only.field) ? undefined : plainText(only.new);
  const before = only === undefined ? undefined : plainText(only.old);
  return {
    seq: first.seq,
    at: first.at,
    label: first.label,
    change: only === undefined || now === undefined || now === '' ? undefined : { field: only.field, now, before: before ?? '' },
  };
}

/** Text, numbers and lists of them; undefined for anything that has no short form. */
function plainText(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? cut(value.join(', ')) : undefined;
  if (typeof value !== 'string') return undefined;
  return /^[[{]/.test(value) ? undefined : cut(value);
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
