// An edited spreadsheet beside the state that it was exported from and the workbook as it is now: what changed outside, what is
// new, whose row is gone, and where both sides changed the same.
import { AppError } from '../../../../../shared/errors.ts';
import type { ClaimBody } from '../../../../../shared/features/claims/form.ts';
import type { Claim, ClaimKind, ClaimSource } from '../../../../../shared/features/claims/model.ts';
import type { AppliedChange, AppliedConflict, AppliedDeletion, AppliedRow, Comparison } from '../../../../../shared/features/exchange/applied.ts';
import { exportTableNames } from '../../../../../shared/features/exchange/contract.ts';
import { measuredOf } from '../../../../../shared/features/ledger/rules.ts';
import type { Source } from '../../../../../shared/features/sources/model.ts';
import type { ReadSheet, ReadWorkbook } from '../../../../../shared/features/sources/read-sheet.ts';
import { normaliseQuantity } from '../../../../../shared/quantity/index.ts';
import { recordType } from '../../../../../shared/records/index.ts';
import { digestHeader, marksSheet, passagesOf } from '../base.ts';
import { textOf } from '../cells.ts';
import { type EvidenceTable, evidenceTables } from '../sheets.ts';
import { type FoundSheet, findSheets } from './find-sheets.ts';
import { createIgnored, type IgnoredList } from './ignored.ts';
import { type ExportedRow, matchRows } from './match-rows.ts';
import { createFreshRows } from './new-rows.ts';
import { wordsOf } from './read-cell.ts';
import { type RowOptions, type RowReading, readRow } from './read-row.ts';
import type { TypedOver } from './read-value.ts';
import { type RowView, rowViews } from './row-view.ts';

/** What a workbook holds at one time. */
export interface State {
  claims(): readonly Claim[];
  sources(): readonly Source[];
  sourceOf(claim: Claim): ClaimSource | undefined;
}

/** Rows that are new: more come from a formula or a fill that ran away. */
const mostAdded = 10_000;

export interface CompareOptions {
  /** Of the file. */
  readonly name: string;
  readonly file: ReadWorkbook;
  /** Undefined where the file is compared with the workbook as it is, two ways. */
  readonly base: State | undefined;
  readonly mine: State;
  readonly language: string;
  readonly typedOver: TypedOver;
  /** @throws AppError where a claim could not be stored. */
  check(body: ClaimBody): void;
}

type AnyRecord = Claim | Source;

export function compareSheets(options: CompareOptions): Comparison {
  const { file, base, mine, language } = options;
  const before = base ?? mine;
  const parts = evidenceTables({ claims: before.claims(), sources: before.sources(), sourceOf: before.sourceOf, locale: language }).map(
    withDigestHead,
  );
  const ignored = createIgnored();
  const { found, others } = findSheets(file.sheets, parts, isComputed);
  nameOthers(ignored, { file, found, others, parts });
  const now = new Map<string, AnyRecord>([...mine.claims(), ...mine.sources()].map((record) => [record.id, record]));
  const codes = codesOf(before.claims(), mine.claims());
  const total = createTotal();
  for (const sheet of found) compareSheet(sheet, { ...options, ignored, now, codes, total });
  return { ...total.result(), ignored: ignored.list(), remarks: [...file.remarks] };
}

/** The column of digests stands behind those of the table: the finder looks for it by its head. */
function withDigestHead<T extends EvidenceTable>(part: T): T {
  return { ...part, table: { ...part.table, columns: [...part.table.columns, { header: digestHeader, isHidden: true }] } };
}

const computedHeads = new Set(['observation id', 'series id', 'claim ids']);
const evidenceNames = new Set(['Figures', 'Events', 'Statements', 'Sources']);
const computedNames = new Set<string>([...exportTableNames.filter((name) => !evidenceNames.has(name)), marksSheet]);

function isComputed({ name, rows }: ReadSheet): boolean {
  if (computedNames.has(name) || name.startsWith(marksSheet)) return true;
  return rows.slice(0, 30).some(({ cells }) => cells.some((cell) => typeof cell === 'string' && computedHeads.has(cell)));
}

interface Others {
  readonly file: ReadWorkbook;
  readonly found: readonly FoundSheet[];
  readonly others: readonly ReadSheet[];
  readonly parts: readonly EvidenceTable[];
}

function nameOthers(ignored: IgnoredList, { file, found, others, parts }: Others): void {
  for (const { name } of others) ignored.add('own-sheet', name);
  for (const sheet of file.sheets) if (isComputed(sheet) && !sheet.name.startsWith(marksSheet)) ignored.add('computed-sheet', sheet.name);
  for (const part of parts) if (part.records.length > 0 && !found.some((one) => one.part === part)) ignored.add('missing-sheet', part.table.name);
  for (const { sheet, own } of found) for (const { head } of own) ignored.add('own-column', sheet.name, { column: head, text: head });
}

function codesOf(...lists: readonly (readonly Claim[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map(['measure', 'stage', 'depth'].map((field) => [field, new Set<string>()] as const));
  for (const list of lists)
    for (const { measure, stage, depth } of list) {
      if (measure !== null) codes.get('measure')!.add(measure);
      if (stage !== null) codes.get('stage')!.add(stage);
      if (depth !== null) codes.get('depth')!.add(depth);
    }
  return codes;
}

function createTotal() {
  let unchanged = 0;
  const changed: AppliedChange[] = [];
  const added: AppliedRow[] = [];
  const deleted: AppliedDeletion[] = [];
  const conflicts: AppliedConflict[] = [];
  return {
    keep: () => {
      unchanged += 1;
    },
    changed,
    added,
    deleted,
    conflicts,
    result: () => ({ unchanged, changed, added, deleted, conflicts }),
  };
}

interface Comparing extends CompareOptions {
  readonly ignored: IgnoredList;
  readonly now: ReadonlyMap<string, AnyRecord>;
  readonly codes: RowOptions['codes'];
  readonly total: ReturnType<typeof createTotal>;
}

function compareSheet(found: FoundSheet, comparing: Comparing): void {
  const { part, sheet } = found;
  const { ignored, total, base } = comparing;
  const heads = part.table.columns;
  const rows = rowViews(found, heads);
  const exported = exportedRows(part);
  const own = rows.filter((row) => row.isOwn && !row.hasMarks);
  for (const row of own) ignored.add('own-row', sheet.name, { at: `${row.number}`, text: '' });
  const untold = rows.filter((row) => row.isUntold && !row.hasMarks);
  for (const row of untold) ignored.add('formula', sheet.name, { at: `${row.number}` });
  const { matched, fresh, copies, contradicting, missing } = matchRows(
    exported,
    heads,
    rows.filter((row) => !own.includes(row) && !untold.includes(row)),
  );
  const options: RowOptions = { ...comparing, sheet: sheet.name, heads, style: styleOf(comparing.language) };
  for (const { at, row } of matched) compareRow(part.records[at]!, { row, options, exported: exported[at]! }, comparing);
  for (const row of copies) ignored.add('copy', sheet.name, { at: `${row.number}`, text: row.marks.id });
  for (const { at, row } of contradicting) total.conflicts.push(idConflict(part.records[at]!, row, sheet.name));
  addFresh(found, fresh, { exported, options, comparing });
  if (untold.length > 0) return;
  for (const at of missing) {
    const record = part.records[at]!;
    if (base === undefined) ignored.add('not-in-file', sheet.name, { text: record.id });
    else proposeDeletion(record, sheet.name, comparing);
  }
}

function styleOf(language: string): 'point' | 'comma' {
  return new Intl.NumberFormat(language).format(1.5).includes(',') ? 'comma' : 'point';
}

function exportedRows({ table, records }: EvidenceTable): ExportedRow[] {
  return Array.from(table.rows, (cells, index) => {
    const record = records[index]!;
    return { id: record.id, key: 'contentKey' in record ? record.contentKey : '', passages: passagesOf(record) ?? '', cells };
  });
}

interface MatchedRow {
  readonly row: RowView;
  readonly options: RowOptions;
  readonly exported: ExportedRow;
}

function compareRow(before: AnyRecord, { row, options, exported }: MatchedRow, comparing: Comparing): void {
  const { total, now } = comparing;
  const mine = now.get(before.id);
  const read = readRow(row, before, exported.cells, options);
  nameComputed(row, exported, options);
  const groups = groupsOf(before, read);
  if (groups.length === 0 && read.apart === undefined) {
    total.keep();
    return;
  }
  const place = { sheet: options.sheet, row: row.number };
  if (mine === undefined) {
    total.conflicts.push(
      conflictOf('deleted-edited', before, '*', {
        ...place,
        cell: Object.values(read.places)[0] ?? '',
        base: before,
        mine: null,
        theirs: read.patch,
        answers: ['mine'],
      }),
    );
    return;
  }
  if (read.apart !== undefined) {
    const { cells, words, place: cell } = read.apart;
    total.conflicts.push(
      conflictOf('value', before, 'value', {
        ...place,
        cell,
        base: groupValue(before, 'value', {}),
        mine: groupValue(mine, 'value', {}),
        theirs: { cells, words },
        answers: ['mine', 'cells', 'words'],
      }),
    );
  }
  let differs = read.apart !== undefined;
  for (const group of groups) {
    const { field, patch } = group;
    if (!isStorable(mine, patch, { row, options, comparing, places: read.places })) continue;
    const theirs = { ...before, ...patch } as AnyRecord;
    if (isSameGroup(mine, { ...mine, ...patch } as AnyRecord, Object.keys(patch), field)) continue;
    differs = true;
    const cell = read.places[field] ?? Object.values(read.places)[0] ?? '';
    const sides = { base: groupValue(before, field, patch), mine: groupValue(mine, field, patch), theirs: groupValue(theirs, field, patch) };
    if (isSameGroup(mine, before, Object.keys(patch), field))
      total.changed.push({ table: tableOf(before), record: before.id, field, from: sides.mine, to: sides.theirs, fields: patch, ...place, cell });
    else
      total.conflicts.push({
        ...conflictOf('field', before, field, { ...place, cell, ...sides, answers: ['mine', 'theirs', 'base'] }),
        fields: patch,
        baseFields: fieldsOf(before, Object.keys(patch)),
      });
  }
  if (!differs) total.keep();
}

/** Cells that are worked out from others: one that was typed over says nothing by itself. */
function nameComputed(row: RowView, { cells }: ExportedRow, { heads, ignored, sheet }: RowOptions): void {
  heads.forEach(({ field, isHidden, header: column }, index) => {
    if (field !== undefined || isHidden || row.place(index) === undefined) return;
    const [read, before] = [wordsOf(row.cell(index)), textOf(cells[index] ?? null)];
    if (
      read.replace(/\s+/g, ' ').trim() !==
        before
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, read.length || undefined) &&
      !row.isMerged(index)
    )
      ignored.add('computed-column', sheet, { at: row.place(index), column, text: read });
  });
}

function tableOf(record: AnyRecord): 'claim' | 'source' {
  return 'passages' in record ? 'claim' : 'source';
}

interface Group {
  readonly field: string;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Fields that are one thing are compared, asked and taken as one, under the name of the first that changed. */
function groupsOf(record: AnyRecord, { patch }: RowReading): Group[] {
  const { groups } = recordType(tableOf(record)) as { readonly groups: Readonly<Record<string, readonly string[]>> };
  const groupOf = (name: string) => (name === 'value' ? 'value' : (Object.entries(groups).find(([, fields]) => fields.includes(name))?.[0] ?? name));
  return [...Map.groupBy(Object.keys(patch), groupOf)].map(([group, names]) => ({
    field: group === 'value' || names.includes(group) ? group : names[0]!,
    patch: Object.fromEntries(names.map((name) => [name, patch[name]])),
  }));
}

function isSameGroup(a: AnyRecord, b: AnyRecord, names: readonly string[], field: string): boolean {
  const said = (record: AnyRecord) => {
    const all = record as unknown as Readonly<Record<string, unknown>>;
    const parts = names
      .filter((name) => !['value', 'unit', 'multiplier', 'change'].includes(name) || field !== 'value')
      .map((name) => all[name] ?? null);
    return JSON.stringify([field === 'value' && 'value' in record && record.value !== null ? normaliseQuantity(measuredOf(record)) : null, ...parts]);
  };
  return said(a) === said(b);
}

function fieldsOf(record: AnyRecord, names: readonly string[]): Record<string, unknown> {
  const all = record as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
}

/** Of a value all that it is made of; of other groups the field that gives them their name. */
function groupValue(record: AnyRecord, field: string, patch: Readonly<Record<string, unknown>>): unknown {
  const all = record as unknown as Readonly<Record<string, unknown>>;
  if (field !== 'value' || !('value' in record)) return spoken(all[field] ?? null);
  const { value, unit, multiplier, change } = record;
  const beside = Object.fromEntries(['per', 'path', 'readings'].filter((name) => name in patch).map((name) => [name, all[name]]));
  return { ...(value ?? { low: null, high: null, qualifier: null }), unit, multiplier, change, ...beside };
}

/** Speakers without a role are their names, as in the captured form. */
function spoken(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one) => (typeof one === 'object' && one !== null && 'name' in one && one.role == null ? one.name : one));
}

interface Storing {
  readonly row: RowView;
  readonly options: RowOptions;
  readonly comparing: Comparing;
  readonly places: RowReading['places'];
}

/** What could not be stored is named with its reason and not offered. */
function isStorable(record: AnyRecord, patch: Readonly<Record<string, unknown>>, { options, comparing, places }: Storing): boolean {
  if (!('passages' in record)) return true;
  try {
    comparing.check({ ...record, ...patch } as ClaimBody);
    return true;
  } catch (error) {
    const [first = ''] = Object.keys(patch);
    options.ignored.add('unreadable', options.sheet, { at: places[first], column: first, text: error instanceof Error ? error.message : '' });
    return false;
  }
}

type Sides = Pick<AppliedConflict, 'base' | 'mine' | 'theirs' | 'sheet' | 'row' | 'cell' | 'answers'>;

function conflictOf(kind: AppliedConflict['kind'], record: AnyRecord, field: string, sides: Sides): AppliedConflict {
  return { id: `${record.id}:${field}`, kind, table: tableOf(record), record: record.id, field, fields: {}, baseFields: {}, ...sides };
}

function idConflict(record: AnyRecord, row: RowView, sheet: string): AppliedConflict {
  const theirs = { contentKey: row.marks.key, passages: row.marks.passages };
  return conflictOf('id', record, 'id', { sheet, row: row.number, cell: '', base: record.id, mine: record.id, theirs, answers: ['mine'] });
}

function proposeDeletion(before: AnyRecord, sheet: string, { now, total, ignored }: Comparing): void {
  const mine = now.get(before.id);
  if (mine === undefined) return;
  const table = tableOf(before);
  if (table === 'source') {
    ignored.add('not-in-file', sheet, { text: before.id });
    return;
  }
  if (isUntouched(mine as Claim, before as Claim)) total.deleted.push({ table, record: before.id });
  else
    total.conflicts.push(
      conflictOf('deleted-edited', before, '*', {
        sheet,
        row: 0,
        cell: '',
        base: before.id,
        mine: before.id,
        theirs: null,
        answers: ['mine', 'theirs'],
      }),
    );
}

function isUntouched(mine: Claim, before: Claim): boolean {
  const { passages: _mine, ...now } = mine;
  const { passages: _before, ...then } = before;
  return JSON.stringify(now) === JSON.stringify(then);
}

interface FreshRows {
  readonly exported: readonly ExportedRow[];
  readonly options: RowOptions;
  readonly comparing: Comparing;
}

function addFresh({ part, sheet }: FoundSheet, fresh: ReturnType<typeof matchRows>['fresh'], { exported, options, comparing }: FreshRows): void {
  const { total, ignored, check, name } = comparing;
  if (total.added.length + fresh.length > mostAdded)
    throw new AppError('limit', 'exchange.tooManyAdded', { name, count: total.added.length + fresh.length, most: mostAdded });
  if (part.kind === 'source') {
    for (const { row } of fresh) ignored.add('new-source', sheet.name, { at: `${row.number}` });
    return;
  }
  const read = createFreshRows(part.kind as ClaimKind, { options, check, name: sheet.name });
  for (const { row, from } of fresh) {
    const template = from === undefined ? undefined : { claim: part.records[from] as Claim, exported: exported[from]! };
    const made = read(row, template);
    if (made !== undefined) total.added.push(made);
  }
}
