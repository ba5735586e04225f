// What one side says, in words: a value by its quantity, a verdict by what it adopts, other groups field by field.
import type { TFunction } from 'i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import { message } from '../../../../shared/message.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { formatQuantity, type Measured } from '../../../../shared/quantity/index.ts';
import { sizeText } from '../../../../shared/size-text.ts';
import { words } from '../../../bridge/index.ts';
import { dateText } from '../../../ui/index.ts';
import type { Question } from './questions.ts';
import { fieldsOf, textOf } from './record-name.ts';

export interface Said {
  /** What leads, such as the value; undefined where there is only a list of fields. */
  readonly lead: string | undefined;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

export interface SaidIn {
  readonly t: TFunction<['exchange', 'words']>;
  readonly locale: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Who did it and when stands in the head; fingerprints and ids say nothing to a reader. */
const hidden: ReadonlySet<string> = new Set(['id', 'by', 'at', 'addedAt', 'ground', 'contentKey', 'sha256', 'textSha256', 'passages', 'readings']);
const valueFields: ReadonlySet<string> = new Set(['low', 'high', 'qualifier', 'unit', 'multiplier', 'change']);
const periods: ReadonlySet<string> = new Set(['period', 'madeOn', 'until', 'publishedOn', 'when']);
const coded: ReadonlySet<string> = new Set(['status', 'stance', 'hedge', 'credibility', 'stage', 'depth', 'subjectType', 'rank', 'outcome']);
const longest = 600;

export function fieldLabel(field: string): string {
  return words(message('exchange:merge.fieldName', { field }));
}

export function saidBy(question: Question, value: unknown, { t, locale }: SaidIn): Said {
  const lead = (text: string, rows: Said['rows'] = []): Said => ({ lead: text, rows });
  const isWhole = question.field === '*' || question.table === 'verdict';
  if (value === null || value === undefined || value === '') return lead(t(isWhole && question.kind !== 'field' ? 'merge.removed' : 'merge.nothing'));
  if (question.kind === 'outside-deleted') return lead(t('apply.stays'));
  const fields = fieldsOf(value);
  if (fields === undefined) return lead(oneField(question.field, value, { t, locale }));
  if (question.kind === 'names-contradict') return lead(t('merge.judgements', { count: listOf(fields['judgements']).length }));
  if (question.field === 'verdict') return saidByVerdict(fields, { t, locale });
  if (question.field === 'text') return lead(textOf(fields['fileName']) || t('merge.noFile'), sizeRows(fields, { t, locale }));
  if (question.field === 'place') return lead(t('words:quoted', { text: textOf(fields['exact']) }));
  const [first, ...rest] = rowsOf(fields, { t, locale });
  const quantity = measuredIn(fields);
  if (quantity !== undefined) return lead(formatQuantity(quantity, { locale }), rowsOf(fields, { t, locale }));
  if (question.field === '*') return { lead: undefined, rows: [...(first === undefined ? [] : [first]), ...rest].slice(0, 8) };
  return first === undefined ? lead(t('merge.nothing')) : lead(first.text, rest);
}

function sizeRows({ sizeBytes, chars }: Fields, { t, locale }: SaidIn): Said['rows'] {
  return typeof sizeBytes === 'number' && typeof chars === 'number'
    ? [{ label: t('merge.size'), text: t('merge.sizes', { size: sizeText(sizeBytes, locale), count: chars }) }]
    : [];
}

function measuredIn({ low, high, qualifier, unit, multiplier, change }: Fields): Measured | undefined {
  if (typeof qualifier !== 'string') return undefined;
  const measured = { low, high, qualifier, unit: unit ?? null, multiplier: multiplier ?? 0, change: change ?? null };
  return measured as Measured;
}

/** What is adopted, in the words in which it was weighed, and why. */
function saidByVerdict(fields: Fields, { t, locale }: SaidIn): Said {
  const { claimId, reading, own, reason, ground } = fields;
  const weighed = fieldsOf(fieldsOf(ground)?.[textOf(claimId)]);
  const unit = fieldsOf(Object.values(fieldsOf(ground) ?? {})[0]);
  const rows = textOf(reason) === '' ? [] : [{ label: fieldLabel('reason'), text: cut(textOf(reason)) }];
  const shown = (quantity: Fields | undefined) => {
    const measured = quantity === undefined ? undefined : measuredIn(quantity);
    return measured === undefined ? '' : formatQuantity(measured, { locale });
  };
  const ownFields = fieldsOf(own);
  if (ownFields !== undefined) {
    const { unit: code, multiplier, change } = fieldsOf(unit?.['value']) ?? {};
    return { lead: shown({ unit: code, multiplier, change, ...ownFields }) || oneField('own', own, { t, locale }), rows };
  }
  if (claimId == null) return { lead: t('merge.undecided'), rows };
  const readingWords = typeof reading === 'number' ? textOf(fieldsOf(listOf(weighed?.['readings'])[reading])?.['label']) : '';
  return { lead: readingWords || shown(fieldsOf(weighed?.['value'])) || t('merge.adopted'), rows };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function rowsOf(fields: Fields, { t, locale }: SaidIn): Said['rows'] {
  const isMeasured = measuredIn(fields) !== undefined;
  return Object.entries(fields)
    .filter(([name, value]) => !hidden.has(name) && !(isMeasured && valueFields.has(name)) && !isEmpty(value) && !/Id$/.test(name))
    .map(([name, value]) => ({ label: fieldLabel(name), text: oneField(name, value, { t, locale }) }))
    .filter(({ text }) => text !== '');
}

const isEmpty = (value: unknown): boolean => value == null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** One field as one line of words. */
function oneField(field: string, value: unknown, { t, locale }: SaidIn): string {
  if (value === null || value === undefined || value === '') return t('merge.nothing');
  if (typeof value === 'boolean') return t(value ? 'merge.yes' : 'merge.no');
  if (Array.isArray(value)) return cut(value.map((one) => oneField(field, one, { t, locale })).join('; '));
  const fields = fieldsOf(value);
  if (fields !== undefined) return partsText(fields, { t, locale });
  const text = String(value);
  if (periods.has(field)) return formatPeriod(text, locale);
  if (coded.has(field))
    return field === 'rank' || field === 'outcome'
      ? t(`merge.code.${text}`, { defaultValue: codeWords(text) })
      : t(`words:${field}.${text}`, { defaultValue: codeWords(text) });
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return dateText(text, locale);
  return cut(text);
}

/** A name alone where there is one, else the parts one after the other. */
function partsText(fields: Fields, inWords: SaidIn): string {
  const named = [fields['name'], fields['label'], fields['title']].map(textOf).find((text) => text !== '');
  if (named !== undefined) return named;
  return rowsOf(fields, inWords)
    .map(({ label, text }) => `${label} ${text}`)
    .join(', ');
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
