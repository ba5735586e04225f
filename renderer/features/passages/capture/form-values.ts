// A claim as the fields of the form: text and lists of text, as typed. The claim that came from the draft (or that is being
// replaced) is kept beside them, so that what the form has no field for is not lost.
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import { listOf, numberText, recordOf, speakerNames, textOf } from './json-fields.ts';
import { valueTexts } from './value-bounds.ts';

export type ClaimRecord = Readonly<Record<string, unknown>>;

export interface ReadingValues {
  readonly label: string;
  readonly value: string;
  readonly valueTo: string;
  readonly qualifier: string;
  readonly unit: string;
  readonly change: string;
  readonly multiplier: string;
}

const textFields = [
  'measure',
  'subject',
  'counterpart',
  'unit',
  'change',
  'per',
  'period',
  'periodBasis',
  'status',
  'vintage',
  'condition',
  'deadline',
  'subjectType',
  'stage',
  'type',
  'what',
  'when',
  'whenBasis',
  'cause',
  'depth',
  'until',
  'batch',
  'actor',
  'role',
  'topic',
  'stance',
  'gist',
  'madeOn',
  'madeOnBasis',
  'credibility',
  'hedge',
  'note',
  'original',
  'multiplier',
  'qualifier',
  'value',
  'valueTo',
  'pathFirst',
  'pathLast',
  'pathSteps',
  'pathCompounding',
] as const;
const listFields = ['area', 'basis', 'by', 'counterparties', 'sequence', 'details', 'saidBy', 'via', 'tags'] as const;

export type TextField = (typeof textFields)[number];
export type ListField = (typeof listFields)[number];
export type FieldName = TextField | ListField | 'readings';

export type FormValues = { readonly kind: ClaimKind; readonly readings: readonly ReadingValues[] } & Readonly<Record<TextField, string>> &
  Readonly<Record<ListField, readonly string[]>>;

export function isFieldName(name: string): name is FieldName {
  return name === 'readings' || [...textFields, ...listFields].some((field) => field === name);
}

/** Field values of a claim in the JSON form; what it leaves out is empty. */
export function valuesOf(kind: ClaimKind, claim: ClaimRecord): FormValues {
  const texts = Object.fromEntries(textFields.map((field) => [field, textOf(claim[field])])) as Record<TextField, string>;
  const lists = Object.fromEntries(listFields.map((field) => [field, listOf(claim[field])])) as Record<ListField, readonly string[]>;
  const quantity = recordOf(kind === 'event' ? claim['magnitude'] : claim['value']);
  const path = recordOf(claim['path']);
  return {
    ...texts,
    ...lists,
    ...valueTexts(quantity),
    kind,
    saidBy: speakerNames(claim['saidBy']),
    multiplier: numberText(claim['multiplier']) || '0',
    credibility: numberText(claim['credibility']) || '6',
    hedge: textOf(claim['hedge']) || 'stated',
    status: claim['status'] === null ? '' : textOf(claim['status']) || (kind === 'event' ? 'happened' : 'actual'),
    stance: textOf(claim['stance']) || 'neutral',
    deadline: claim['deadline'] === true ? 'yes' : textOf(claim['deadline']),
    pathFirst: textOf(path['first']),
    pathLast: textOf(path['last']),
    pathSteps: numberText(path['steps']),
    pathCompounding: textOf(path['compounding']),
    readings: Array.isArray(claim['readings']) ? claim['readings'].map(readingValues) : [],
  };
}

function readingValues(reading: unknown): ReadingValues {
  const fields = recordOf(reading);
  return {
    ...valueTexts({ ...fields, qualifier: fields['qualifier'] ?? (fields['low'] === fields['high'] ? 'exact' : 'between') }),
    label: textOf(fields['label']),
    unit: textOf(fields['unit']),
    change: textOf(fields['change']),
    multiplier: numberText(fields['multiplier']),
  };
}

export const emptyReading: ReadingValues = { label: '', value: '', valueTo: '', qualifier: 'exact', unit: '', change: '', multiplier: '' };
