// What the cells of a field's columns say, put into the captured form of a claim: words as they stand, lists, periods, codes of
// status and unit in the words that tables use for them.
import { type Message, message } from '../../message.ts';
import { laterStatus } from '../claims/later-status.ts';
import { unitOfWords } from './heads.ts';
import type { DateOrder } from './mapping.ts';
import { readPeriodWords } from './read-period.ts';

export interface FieldReading {
  /** Fields of the captured form that are said by the cell. */
  readonly said: Readonly<Record<string, unknown>>;
}

const lists = new Set(['area', 'basis', 'saidBy', 'via', 'tags', 'by', 'counterparties', 'sequence']);
const numbers = new Set(['credibility', 'multiplier']);
const periods = new Set(['madeOn', 'until']);

/** Codes of observation status in SDMX and of statistical offices, beside our own words. */
const statuses: Readonly<Record<string, string>> = {
  a: 'actual',
  p: 'provisional',
  e: 'estimate',
  f: 'forecast',
  i: 'estimate',
  r: 'actual',
  fact: 'actual',
  факт: 'actual',
  实际: 'actual',
  revised: 'actual',
  preliminary: 'provisional',
  предварительно: 'provisional',
  'предварительные данные': 'provisional',
  初步: 'provisional',
  estimated: 'estimate',
  оценка: 'estimate',
  估计: 'estimate',
};

/** Fields that hold several words: each column of such a field is one of them. */
export function isList(field: string): boolean {
  return lists.has(field);
}

export function readField(field: string, words: string, order: DateOrder | undefined): FieldReading | { readonly refusal: Message } {
  if (numbers.has(field)) return readWholeNumber(field, words);
  if (field === 'unit') return readUnit(words);
  if (field === 'status') return readStatus(words);
  if (!periods.has(field)) return { said: { [field]: words } };
  const period = readPeriodWords(words, order);
  return period === undefined ? { refusal: message('tables:refused.period', { text: words.slice(0, 60) }) } : { said: { [field]: period } };
}

function readWholeNumber(field: string, words: string): ReturnType<typeof readField> {
  if (/^-?\d{1,3}$/.test(words)) return { said: { [field]: Number(words) } };
  const scale = field === 'multiplier' ? unitOfWords(words)?.multiplier : undefined;
  return scale === undefined ? { refusal: message('tables:refused.field', { field, text: words.slice(0, 60) }) } : { said: { [field]: scale } };
}

function readUnit(words: string): ReturnType<typeof readField> {
  if (/^[A-Z][A-Z0-9_]{0,31}$/.test(words)) return { said: { unit: words } };
  const read = unitOfWords(words) ?? unitOfWords(`(${words})`);
  if (read?.unit == null) return { refusal: message('tables:refused.field', { field: 'unit', text: words.slice(0, 60) }) };
  return { said: { unit: read.unit, ...(read.multiplier === 0 ? {} : { multiplier: read.multiplier }) } };
}

function readStatus(words: string): ReturnType<typeof readField> {
  const known = statuses[words.toLowerCase()] ?? laterWord(words);
  return { said: { status: known ?? words.toLowerCase() } };
}

/** "Прогноз", "plan", "目标": by the words that tell it of a sentence. */
function laterWord(words: string): string | undefined {
  return laterStatus({ period: '9999', publishedOn: '0001', sentence: words }) ?? undefined;
}
