// How a table is most likely meant, each part with its reason: the analyst looks through it and corrects it. What cannot be told is
// left open, and said.
import { message } from '../../message.ts';
import { columnName } from '../sources/cells.ts';
import { headsOf } from '../sources/heads.ts';
import { headLine, headsOver, isLikePeriod, periodOfHeads, unitOfWords } from './heads.ts';
import { knownForm } from './known-forms.ts';
import { type MappedColumn, mappingSchema, periodOfHead } from './mapping.ts';
import { unmarked } from './marks.ts';
import type { Proposal, ProposalReason } from './proposal.ts';
import { orderOfDays, readPeriodCell } from './read-period.ts';
import { decimalSignOf, readValueCell } from './read-value.ts';
import { type Table, type TableRow, valueAt, wordsAt } from './table.ts';

/** Rows of data that are looked at. */
const looked = 400;

/** Signs for "no data" that tables use. */
const noData = new Set([
  '-',
  '–',
  '—',
  '…',
  '...',
  '..',
  '.',
  ':',
  'n/a',
  'n.a.',
  'na',
  'n.d.',
  'nd',
  'н/д',
  'нет данных',
  'x',
  'х',
  '－',
  '无',
  '不详',
  'c',
  'null',
  '#n/a',
]);

type Kind = 'period' | 'value' | 'words' | 'counter' | 'empty';

interface Column {
  readonly column: number;
  readonly kind: Kind;
  readonly head: string;
  readonly heads: readonly string[];
  readonly period: string | undefined;
  /** Different words in it. */
  readonly different: number;
}

export function proposeMapping(table: Table): Proposal {
  const known = knownForm(table);
  if (known !== undefined) return known;
  const lines = table.rows.slice(0, 60);
  const found = headsOf(lines.map(({ shown }) => shown));
  const from = lines[found.dataFrom]?.row ?? 1;
  const data = table.rows.filter(({ row }) => row >= from).slice(0, looked);
  const { head, columns, above } = headsChosen(table, { levels: found.levels.map((index) => lines[index]!), data });
  const title = [found.title, ...above].filter((said) => said !== '').join('. ');
  const reasons: ProposalReason[] = [];
  const tell = (at: number | string, key: string, params: Record<string, string | number> = {}) =>
    void reasons.push({ at: typeof at === 'number' ? columnName(at) : at, why: message(`tables:reason.${key}`, params) });

  const values = columns.filter(({ kind }) => kind === 'value');
  const words = columns.filter(({ kind }) => kind === 'words');
  const periods = columns.filter(({ kind }) => kind === 'period');
  const named = nameWords(words, tell);
  const mapped: MappedColumn[] = [...named];
  for (const { column, head: said } of periods) {
    mapped.push({ at: columnName(column), field: values.length === 0 ? 'when' : 'period' });
    tell(column, 'period', { head: said });
  }
  for (const { column } of columns.filter(({ kind }) => kind === 'counter')) tell(column, 'counter');
  mapped.push(...valueColumns(values, { hasPeriods: periods.length > 0, title, tell }));
  const last = data.findLast((row) => columns.some(({ column, kind }) => (kind === 'value' || kind === 'period') && wordsAt(row, column) !== ''));
  const isCut = last !== undefined && data.at(-1) !== last && table.rows.length <= looked;
  const subject = named.find(({ field }) => field === 'subject')?.at;
  const totals = subject === undefined ? [] : totalRows(data, columns.find(({ column }) => columnName(column) === subject)!.column);
  if (totals.length > 0) tell(subject!, 'totals', { text: totals.join(', ') });
  const carried = named.filter(({ at }) => isCarriedDown(columns.find(({ column }) => columnName(column) === at)!.column, data, values));
  for (const { at } of carried) tell(at, 'carried');
  const nulls = nullsIn(data, values);
  if (nulls.length > 0) tell('', 'nulls', { text: nulls.join('  ') });
  // A column with a unit of its own keeps it.
  const titleUnit = values.some((one) => unitOfWords(one.head) === undefined) ? unitOfWords(title) : undefined;
  if (titleUnit !== undefined) tell('', 'titleUnit', { text: title.slice(0, 80) });
  const decimal = decimalSignOf(values.flatMap(({ column }) => data.map((row) => wordsAt(row, column))));
  const dates = orderOfDays(periods.flatMap(({ column }) => data.map((row) => wordsAt(row, column))));
  return {
    mapping: mappingSchema.parse({
      sheet: table.sheet,
      head,
      from,
      ...(isCut ? { to: last.row } : {}),
      ...(decimal === undefined || table.rows.some(({ values: cells }) => cells !== undefined) ? {} : { decimal }),
      ...(dates === undefined ? {} : { dates }),
      kind: values.length > 0 ? 'figure' : 'event',
      columns: mapped,
      fixed: {
        ...(titleUnit?.unit == null ? {} : { unit: titleUnit.unit }),
        ...(titleUnit === undefined || titleUnit.multiplier === 0 ? {} : { multiplier: titleUnit.multiplier }),
      },
      fill: carried.map(({ at }) => at),
      nulls,
      skip: totals.length === 0 ? [] : [{ at: subject!, is: totals }],
    }),
    reasons,
  };
}

interface ChosenHeads {
  readonly head: readonly number[];
  readonly columns: readonly Column[];
  /** Words of rows over the heads. */
  readonly above: readonly string[];
}

/** Of the rows that may be heads those under which most columns say a period; what stands over them belongs to the title. */
function headsChosen(table: Table, { levels, data }: { readonly levels: readonly TableRow[]; readonly data: readonly TableRow[] }): ChosenHeads {
  const width = Math.max(0, ...table.rows.slice(0, looked).map(({ shown }) => shown.length));
  const choices = Array.from({ length: Math.max(1, levels.length) }, (_, left) => {
    const head = levels.slice(left).map(({ row }) => row);
    const over = headsOver(table, head);
    const columns = Array.from({ length: width }, (_none, index) => columnOf(index + 1, data, over(index + 1)));
    const above = levels.slice(0, left).map(({ shown }) => shown.filter((cell) => cell.trim() !== '').join(', '));
    return { head, columns, above, dated: columns.filter(({ kind, period }) => kind === 'value' && period !== undefined).length };
  });
  return choices.reduce((best, one) => (one.dated > best.dated ? one : best));
}

function columnOf(column: number, data: readonly TableRow[], heads: readonly string[]): Column {
  const filled = data.filter((row) => wordsAt(row, column) !== '' && !noData.has(wordsAt(row, column).toLowerCase()));
  const said = filled.map((row) => wordsAt(row, column));
  const head = headLine(heads);
  const base = {
    column,
    head,
    heads,
    period: periodOfHeads(heads.map((words) => unmarked(words, { marks: {} }).words)),
    different: new Set(said).size,
  };
  if (filled.length === 0) return { ...base, kind: 'empty' };
  const share = (is: (row: TableRow) => boolean) => filled.filter(is).length / filled.length;
  const isPeriodHead = /год|период|месяц|дата|квартал|year|period|month|date|quarter|time|monat|jahr|datum|年|月|日期|时间|季/iu.test(head);
  const periods = share((row) => readPeriodCell(valueAt(row, column)) !== undefined);
  const values = share((row) => isValue(row, column));
  if (periods >= 0.8 && (isPeriodHead || values < 0.5 || said.every((one) => /^(?:19|20)\d\d$/.test(one)))) return { ...base, kind: 'period' };
  if (isCounter(head, said)) return { ...base, kind: 'counter' };
  return { ...base, kind: values >= 0.6 && !isCodes(said) ? 'value' : 'words' };
}

function isValue(row: TableRow, column: number): boolean {
  const cell = valueAt(row, column);
  if (cell === null) return false;
  return !('refusal' in readValueCell(typeof cell === 'string' ? unmarked(cell, { marks: {} }).words : cell, {}));
}

/** Numbers with a leading zero, or of many digits and one length, name something. */
function isCodes(said: readonly string[]): boolean {
  if (said.some((one) => /^0\d+$/.test(one))) return true;
  const lengths = new Set(said.map((one) => one.length));
  return said.length > 2 && lengths.size === 1 && said.every((one) => /^\d{6,12}$/.test(one));
}

/** "№" over 1, 2, 3. */
function isCounter(head: string, said: readonly string[]): boolean {
  if (!/^(?:№|#|no\.?|n|nr\.?|п\/п|№ п\/п|rank|место|序号|排名|id)?$/iu.test(head.trim())) return false;
  const numbers = said.map(Number);
  return numbers.length > 1 && numbers.every((one, index) => Number.isInteger(one) && (index === 0 || one === numbers[index - 1]! + 1));
}

/** Fields that heads name, in the languages that tables are written in. */
const fieldNames: readonly (readonly [string, RegExp])[] = [
  ['counterpart', /partner|counterpart|стран[аы]-партн[её]р|контрагент|origin|destination|происхождени|назначени|目的|原产|贸易伙伴/iu],
  ['area', /^(?:country|region|area|geo|ref_area|страна|регион|область|land|国家|地区|省)/iu],
  ['unit', /^(?:unit|units|ед(?:\.|иниц\p{L}*)?(?:\s?изм\p{L}*)?|unit_measure|单位|einheit)$/iu],
  ['status', /^(?:status|статус|obs_status|状态)$/iu],
  ['measure', /^(?:indicator|measure|variable|series|показатель|индикатор|指标|项目|indikator)$/iu],
  ['saidBy', /issuer|источник прогноз|кто|analyst|forecaster|机构/iu],
  ['note', /^(?:note|notes|remark|comment|примечани\p{L}*|комментари\p{L}*|备注|注|anmerkung)$/iu],
  ['basis', /^(?:basis|segment|category|класс|сегмент|категори\p{L}*|тип|type|类别|类型)$/iu],
];

type Tell = (at: number | string, key: string, params?: Record<string, string | number>) => void;

/** The column of words with most different ones is the subject, unless its head names another field. */
function nameWords(words: readonly Column[], tell: Tell): MappedColumn[] {
  const found: MappedColumn[] = [];
  const free: Column[] = [];
  for (const one of words) {
    const field = fieldNames.find(([, pattern]) => pattern.test(one.head.trim()))?.[0];
    if (field === undefined || found.some((known) => known.field === field)) free.push(one);
    else {
      found.push({ at: columnName(one.column), field });
      tell(one.column, 'named', { head: one.head, field });
    }
  }
  const [subject] = free.toSorted((a, b) => b.different - a.different || a.column - b.column);
  const area = found.find(({ field }) => field === 'area');
  if (subject !== undefined) {
    found.unshift({ at: columnName(subject.column), field: 'subject' });
    tell(subject.column, 'subject');
  } else if (area !== undefined) {
    // A table of countries alone is about them.
    found.splice(found.indexOf(area), 1, { ...area, field: 'subject' });
  }
  for (const one of free) if (one !== subject) tell(one.column, 'unused', { head: one.head });
  return found;
}

const growth = /yoy|y\/y|y-o-y|m\/m|growth|change|chg|изм|прирост|динамик|темп|к\s+(?:пред|аппг|соотв)|同比|环比|增长|增速|增幅|veränderung/iu;

interface ValueParts {
  readonly hasPeriods: boolean;
  readonly title: string;
  readonly tell: Tell;
}

/** Columns beside each other whose heads say periods are one series over time. */
function valueColumns(values: readonly Column[], { hasPeriods, title, tell }: ValueParts): MappedColumn[] {
  const found: (MappedColumn & { readonly last: number })[] = [];
  for (const one of values) {
    const unit = unitOfWords(one.head);
    const isGrowth = growth.test(one.head);
    const measure = measureOf(one, title) ?? (isGrowth ? found.at(-1)?.measure : undefined);
    const column = {
      field: 'value' as const,
      ...(measure === undefined ? {} : { measure }),
      ...(one.period === undefined ? {} : { period: periodOfHead }),
      ...(unit?.unit == null ? (isGrowth ? { unit: 'PCT' } : {}) : { unit: unit.unit }),
      ...(unit === undefined || unit.multiplier === 0 ? {} : { multiplier: unit.multiplier }),
      ...(isGrowth ? { change: unit?.unit === 'PP' ? ('points' as const) : ('percent' as const) } : {}),
    };
    const before = found.at(-1);
    const { at: _at, last: _last, ...same } = before ?? { at: '', last: 0 };
    if (before !== undefined && before.last === one.column - 1 && JSON.stringify(same) === JSON.stringify(column)) {
      found[found.length - 1] = { ...before, at: `${before.at.split(':')[0]}:${columnName(one.column)}`, last: one.column };
      continue;
    }
    found.push({ at: columnName(one.column), ...column, last: one.column });
    if (one.period !== undefined) tell(one.column, 'headPeriod', { head: one.head });
    else if (!hasPeriods) tell(one.column, 'noPeriod');
    if (unit !== undefined) tell(one.column, 'headUnit', { head: one.head });
    if (isGrowth) tell(one.column, 'growth', { head: one.head });
    if (measure === undefined) tell(one.column, 'noMeasure');
  }
  return found.map(({ last: _last, ...column }) => column);
}

/** The words over a column that are neither period nor unit; else those of the title. */
function measureOf({ heads }: Column, title: string): string | undefined {
  const own = heads
    .map((words) => unmarked(words, { marks: {} }).words)
    .map(withoutYear)
    .filter((words) => words !== '' && !isLikePeriod(words));
  const words = [headLine(own.map(withoutUnit)), withoutUnit(withoutYear(title))].map((one) => one.trim());
  return words.find((one) => /\p{L}{2}/u.test(one) && !growth.test(one))?.slice(0, 200);
}

function withoutYear(words: string): string {
  return words.replace(/[,\s]*(?:(?:in|за|в)\s+)?(?:19|20)\d\d(?:\s*(?:г\.?|год[ау]?|年))?\s*$/iu, '').trim();
}

function withoutUnit(words: string): string {
  return words
    .replace(/[(（[][^()（）[\]]*[)）\]]/gu, ' ')
    .split(/[,，;]/u)
    .filter((part, index) => index === 0 || unitOfWords(`x, ${part}`) === undefined)
    .join(',')
    .replace(/\s+/gu, ' ')
    .trim();
}

const total = /^(?:итого|всего|в том числе всего|total|grand total|subtotal|sum|gesamt|insgesamt|summe|合计|总计|小计)(?!\p{L})/iu;

function totalRows(data: readonly TableRow[], column: number): string[] {
  return [...new Set(data.map((row) => wordsAt(row, column)).filter((words) => total.test(words)))].slice(0, 100);
}

/** A name that stands once above the rows that it is meant for. */
function isCarriedDown(column: number, data: readonly TableRow[], values: readonly Column[]): boolean {
  const rows = data.filter((row) => values.some((one) => wordsAt(row, one.column) !== ''));
  const empty = rows.filter((row) => wordsAt(row, column) === '').length;
  return empty > 0 && wordsAt(rows[0] ?? { row: 0, shown: [] }, column) !== '';
}

function nullsIn(data: readonly TableRow[], values: readonly Column[]): string[] {
  const said = values.flatMap(({ column }) => data.map((row) => wordsAt(row, column)));
  return [...new Set(said.filter((words) => noData.has(words.toLowerCase())))];
}
