// Writes what a merge comes to, in the one edit of the merge: values with the stamps that they had, references to the records
// that stay, the bytes and texts of sources, and passages of an older text carried to the newer one.
import { type RecordTable, recordTables, recordType, type Stored } from '../../../shared/records/index.ts';
import type { EditScope } from '../edits/edits.ts';
import { isSame } from '../edits/writer.ts';
import { type FormField, groupsOf, ownForms } from '../store/record-form.ts';
import { type Fields, toColumn } from '../store/row.ts';
import { type MergedRecord, recordOfResult } from './draft.ts';
import type { Copy } from './knowledge.ts';
import type { MergePlan } from './plan.ts';
import { rewritten } from './references.ts';
import { isEverIn, type RecordState, stateOf } from './states.ts';

export interface Contents {
  keep(sha256: string, bytes: Uint8Array): void;
  keepText(sha256: string, text: string): void;
  keepLayout(sha256: string, textSha256: string, layout: string): void;
}

/** Passages and asides of a source that stand in another version of its text than the one it has now. */
export interface Carried {
  readonly sourceId: string;
  /** Hashes of that version: of its bytes and of its text. */
  readonly old: { readonly sha256: string; readonly textSha256: string };
  readonly passages: readonly string[];
  readonly asides: readonly string[];
}

export interface WriteOptions {
  readonly mine: Copy;
  readonly theirs: Copy;
  readonly edit: EditScope;
  readonly contents: Contents;
  /** Takes passages to the text that their source has now; supplied by the passages feature. */
  carry(carried: Carried, edit: EditScope): void;
}

/** Returns how many records theirs changed. */
export function writePlan(plan: MergePlan, options: WriteOptions): number {
  const { edit, mine } = options;
  keepContents(plan, options);
  // As they are before anything is written: carrying needs to know which copy a passage came from.
  const carried = [...carriedPassages(plan, options)];
  const rewrites = referencesToRewrite(plan, options);
  let taken = 0;
  for (const table of recordTables) for (const result of plan.records) if (result.table === table && writeRecord(result, edit, mine)) taken += 1;
  for (const { table, id, patch, stamps } of rewrites) edit.stamped.writeAs(table, id, patch as never, stamps);
  for (const one of carried) options.carry(one, carryingEdit(edit));
  return taken;
}

/** Whether anything of the record is otherwise than it was. */
function writeRecord(result: MergedRecord, edit: EditScope, mine: Copy): boolean {
  const { table, id, mine: own, isThere, presence } = result;
  const isLive = own?.isThere === true;
  if (!isThere) {
    if (isLive) edit.stamped.removeAs(table, own.id, presence);
    return isLive;
  }
  if (isLive && own.id === id) return writeGroups(result, own, edit);
  if (isLive) edit.stamped.removeAs(table, own.id, null);
  put(result, edit, mine);
  return true;
}

function writeGroups({ table, id, groups }: MergedRecord, own: RecordState, edit: EditScope): boolean {
  const patch: Record<string, unknown> = {};
  const stamps = new Map<string, string | null>();
  for (const [group, { values, stamp }] of groups) {
    const before = own.groups.get(group)!;
    const isOther = !isSameAs(table, group, values, before.values);
    if (!isOther && stamp === before.stamp) continue;
    if (isOther) Object.assign(patch, values);
    stamps.set(group, stamp);
  }
  if (stamps.size > 0) edit.stamped.writeAs(table, id, patch as never, stamps);
  return Object.keys(patch).length > 0;
}

function isSameAs(table: RecordTable, group: string, a: Fields, b: Fields): boolean {
  const columns = (fields: Fields) => fieldsOf(table, group).map((field) => toColumn(field, fields[field.name]));
  const [left, right] = [columns(a), columns(b)];
  return left.every((value, index) => isSame(value, right[index]!));
}

function fieldsOf(table: RecordTable, group: string): readonly FormField[] {
  return groupsOf(ownForms[table]!).get(group)!;
}

/** A record that was there once comes back under its number: its history goes on. */
function put(result: MergedRecord, edit: EditScope, mine: Copy): void {
  const { table, id, presence, groups } = result;
  const record = recordOfResult(result) as Stored<RecordTable>;
  const n = mine.read.isThere(table, id) ? undefined : mine.read.numberOf(table, id);
  const stamps = new Map([...groups].map(([group, { stamp }]) => [group, stamp] as const));
  if (n === undefined) {
    const other = new Map([...stamps].filter(([, stamp]) => stamp !== presence));
    edit.stamped.insertAs(table, record, presence, other);
    return;
  }
  edit.stamped.bringBackAs(table, n, presence);
  const { id: _id, ...patch } = record as Stored<RecordTable> & Fields;
  edit.stamped.writeAs(table, id, patch as never, stamps);
}

function keepContents(plan: MergePlan, { theirs: { read }, contents }: WriteOptions): void {
  for (const { table, theirs, isThere } of plan.records) {
    if (table !== 'source' || theirs === undefined || !isThere) continue;
    for (const { values } of theirs.groups.get('text')!.past) {
      const [bytes, text] = [read.content(String(values.sha256)), read.text(String(values.textSha256))];
      if (bytes !== undefined) contents.keep(String(values.sha256), bytes);
      if (text !== undefined) contents.keepText(String(values.textSha256), text);
      for (const { text_sha256: textSha256, layout } of read.layouts(String(values.sha256)))
        contents.keepLayout(String(values.sha256), textSha256, layout);
    }
  }
}

interface Rewrite {
  readonly table: RecordTable;
  readonly id: string;
  readonly patch: Fields;
  readonly stamps: ReadonlyMap<string, string>;
}

/** Records of mine that theirs did not touch and that point to one which goes on under another id. */
function referencesToRewrite(plan: MergePlan, { mine, theirs }: WriteOptions): Rewrite[] {
  const going = [...plan.aliases].filter(([id]) => !mine.aliases.has(id));
  const handled = new Set(plan.records.map(({ table, id }) => `${table} ${id}`));
  const found = new Map<string, { table: RecordTable; id: string; groups: Set<string> }>();
  for (const [gone] of going) {
    const target = recordTables.find((table) => mine.read.isThere(table, gone));
    if (target === undefined) continue;
    for (const table of recordTables) {
      for (const field of recordType(table).fields) {
        if (field.reference?.record !== target) continue;
        const ids =
          field.reference.as === 'keys'
            ? mine.read.mentioning(table, field.column, gone)
            : mine.read.pointingTo(table, field.column, gone, field.reference.as === 'list');
        for (const id of ids) {
          const entry = found.get(`${table} ${id}`) ?? { table, id, groups: new Set<string>() };
          entry.groups.add(field.group);
          found.set(`${table} ${id}`, entry);
        }
      }
    }
  }
  return [...found.values()]
    .filter(({ table, id }) => !handled.has(`${table} ${plan.aliases.get(id) ?? id}`))
    .flatMap(({ table, id, groups }) => {
      const state = stateOf(mine, theirs, table, mine.read.numberOf(table, id)!);
      if (state === undefined) return [];
      const chosen = [...groups].map((group) => [group, state.groups.get(group)!] as const);
      const values = Object.assign({}, ...chosen.map(([, one]) => one.values)) as Fields;
      return [
        {
          table,
          id,
          patch: rewritten(table, values, (one) => plan.aliases.get(one) ?? one),
          stamps: new Map(chosen.map(([group, { stamp }]) => [group, stamp])),
        },
      ];
    });
}

/** Passages and asides that one copy made on a text which the other has replaced. */
function* carriedPassages(plan: MergePlan, { mine, theirs }: WriteOptions): Generator<Carried> {
  const results = new Map(plan.records.filter(({ table }) => table === 'source').map((one) => [one.id, one]));
  const news = plan.records.filter((one) => (one.table === 'passage' || one.table === 'aside') && one.mine === undefined && one.isThere);
  const ofSource = Map.groupBy(
    news.map((one) => ({ ...one, fields: recordOfResult(one) })),
    ({ fields }) => String(fields.sourceId),
  );
  for (const id of new Set([...results.keys(), ...ofSource.keys()])) {
    const result = results.get(id);
    const own = result === undefined ? stateIn(mine, theirs, id) : result.mine;
    const other = result === undefined ? stateIn(theirs, mine, id) : result.theirs;
    if (own?.isThere !== true || other === undefined || result?.isThere === false) continue;
    const textOf = (groups: ReadonlyMap<string, { readonly values: Fields }>) => groups.get('text')!.values.textSha256;
    const now = textOf(result?.groups ?? own.groups);
    if (textOf(own.groups) !== now) {
      const passages = mine.read.passagesOn(own.id).filter((passage) => !isEverIn(theirs, mine, 'passage', passage.id));
      yield* byText(id, own, passages, asidesOnlyIn(mine, theirs, own.id));
    }
    if (textOf(other.groups) !== now) {
      const list = ofSource.get(id) ?? [];
      const passages = list.filter(({ table }) => table === 'passage').map(({ fields }) => fields as Stored<'passage'>);
      yield* byText(
        id,
        other,
        passages,
        list.filter(({ table }) => table === 'aside').map((one) => one.id),
      );
    }
  }
}

/** The source under an id, or under one that goes on as it. */
function stateIn(copy: Copy, other: Copy, id: string): RecordState | undefined {
  const known = [id, ...[...copy.aliases, ...other.aliases].filter(([, stays]) => stays === id).map(([former]) => former)];
  const n = known.map((one) => copy.read.numberOf('source', one)).find((one) => one !== undefined);
  return n === undefined ? undefined : stateOf(copy, other, 'source', n);
}

function* byText(sourceId: string, state: RecordState, passages: readonly Stored<'passage'>[], asides: readonly string[]): Generator<Carried> {
  const versions = state.groups.get('text')!.past.map(({ values }) => ({ sha256: String(values.sha256), textSha256: String(values.textSha256) }));
  const lists = Map.groupBy(passages, (passage) => passage.textSha256 ?? versions[0]!.textSha256);
  for (const [index, old] of versions.entries()) {
    const list = (lists.get(old.textSha256) ?? []).map(({ id }) => id);
    const withIt = index === 0 ? asides : [];
    if (list.length + withIt.length > 0) yield { sourceId, old, passages: list, asides: withIt };
  }
}

function asidesOnlyIn(mine: Copy, theirs: Copy, sourceId: string): string[] {
  return mine.read
    .all('aside')
    .filter((aside) => aside.sourceId === sourceId && !isEverIn(theirs, mine, 'aside', aside.id))
    .map(({ id }) => id);
}

/** What is carried is said by the merge itself. */
function carryingEdit(edit: EditScope): EditScope {
  return {
    ...edit,
    update(table, id, patch) {
      const said = Object.entries(patch).filter(([, value]) => value !== undefined);
      const groups = new Set(said.map(([name]) => recordType(table).fieldNamed.get(name)!.group));
      edit.stamped.writeAs(table, id, patch, new Map([...groups].map((group) => [group, null])));
      return said.length > 0;
    },
    remove: (table, id) => edit.stamped.removeAs(table, id, null),
  };
}
