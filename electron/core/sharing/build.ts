// Writes a part of a workbook as a workbook of its own: built anew from the records that were chosen, so that nothing else can
// lie in its pages. Records keep their ids and stamps, and the copy knows every edit that this one knows: what was left out is
// unknown to it, and what comes back merges by what was done there.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { MergeFacts } from '../../../shared/features/exchange/merge.ts';
import { message } from '../../../shared/message.ts';
import { type RecordTable, recordTables, type Stored } from '../../../shared/records/index.ts';
import { derivedTables } from '../derived.ts';
import { createEdits, type EditScope } from '../edits/edits.ts';
import { initialiseWorkbook } from '../features/workbook/index.ts';
import type { Copy } from '../merge/knowledge.ts';
import { stateOf } from '../merge/states.ts';
import type { Contents } from '../merge/write.ts';
import { removeTemporary, temporaryIn } from '../store/atomic-write.ts';
import { createHealth } from '../store/health.ts';
import { openStore } from '../store/open.ts';
import type { Sql } from '../store/sql.ts';
import type { Choice } from './choose.ts';
import { withoutGroups } from './leave-out.ts';

export interface SharePlan extends Choice {
  readonly workbook: { readonly id: string; readonly name: string };
  readonly copy: Copy;
  readonly leftOut: ReadonlySet<string>;
}

export interface ShareTools {
  readonly clock: () => number;
  readonly newId: () => string;
  contentsIn(sql: Sql): Contents;
  /** Takes the rows of the imported tables that went along; supplied by the tables feature. */
  takeRows(sql: Sql): void;
}

/** The bytes of the new workbook. Nothing is left behind, also where it fails. */
export function buildShare(plan: SharePlan, tools: ShareTools): Uint8Array {
  return buildFresh(plan.workbook, tools, (edit, contents) => writeAll(plan, edit, contents));
}

/** A new workbook under the identity of this one, with what `write` puts into it. */
export function buildFresh(workbook: SharePlan['workbook'], tools: ShareTools, write: (edit: EditScope, contents: Contents) => void): Uint8Array {
  // Under a name by which the next one knows what a killed process left.
  const path = temporaryIn(tmpdir());
  try {
    writeShare(path, workbook, tools, write);
    return readFileSync(path);
  } finally {
    removeTemporary(path);
  }
}

function writeShare(
  path: string,
  workbook: SharePlan['workbook'],
  { clock, newId, contentsIn, takeRows }: ShareTools,
  write: (edit: EditScope, contents: Contents) => void,
): void {
  const at = new Date(clock()).toISOString();
  const store = openStore({ path, mode: 'create', initialise: (sql) => initialiseWorkbook(sql, workbook.id, at) });
  try {
    const replica = newId();
    const edits = createEdits({
      sql: store.sql,
      health: createHealth(path, store),
      clock,
      newId,
      // Nobody did it: it is on nobody's undo, and no merge asks what came of it.
      author: () => '',
      replica: () => replica,
      knownReplica: () => replica,
      onCommit: () => {},
    });
    for (const table of derivedTables(store.sql)) edits.follow(table.follow);
    edits.run('share', (edit) => {
      write(edit, contentsIn(store.sql));
      takeRows(store.sql);
    });
  } finally {
    store.close();
  }
}

function writeAll(plan: SharePlan, edit: EditScope, contents: Contents): void {
  const { copy, chosen, workbook, leftOut } = plan;
  const stamps = new Set<string>();
  keepContents(plan, contents);
  for (const table of recordTables) for (const record of chosen.get(table) ?? []) for (const one of put(plan, table, record, edit)) stamps.add(one);
  edit.kind('migrate');
  edit.name('share', { name: workbook.name });
  const kept = new Set([...chosen.values()].flatMap((records) => records.map(({ id }) => id)));
  const facts: MergeFacts = {
    workbook: workbook.id,
    name: workbook.name,
    lastEdit: copy.edits.at(-1)?.id ?? null,
    counts: { taken: kept.size, united: 0, answered: 0, same: 0 },
    answers: [],
    leftOut: [...leftOut],
  };
  edit.takeIn({
    // Of edits that wrote nothing of what is shared only that they were made is known: not what they did, nor who.
    edits: [...copy.edits, ...copy.taken].map(({ id, replica, clock, at, kind, author }) =>
      stamps.has(id)
        ? { id, replica, clock, at, kind, author, label: message('edits:shared') }
        : { id, replica, clock, at, kind, author: '', label: message('edits:notShared') },
    ),
    aliases: new Map([...copy.aliases].filter(([, stays]) => kept.has(stays))),
    facts,
  });
}

/** @yields the edits that its groups go back to. */
function* put({ copy, leftOut }: SharePlan, table: RecordTable, record: Stored<RecordTable>, edit: EditScope): Generator<string> {
  const state = stateOf(copy, copy, table, copy.read.numberOf(table, record.id)!)!;
  const stamps = new Map([...state.groups].map(([group, { stamp }]) => [group, stamp] as const));
  const other = new Map([...stamps].filter(([, stamp]) => stamp !== state.stamp));
  edit.stamped.insertAs(table, withoutGroups(table, record, leftOut), state.stamp, other);
  yield state.stamp;
  yield* stamps.values();
}

function keepContents({ copy: { read }, chosen }: SharePlan, contents: Contents): void {
  const texts = new Set((chosen.get('passage') as readonly Stored<'passage'>[]).flatMap(({ textSha256 }) => textSha256 ?? []));
  // A table stands in the bytes that were read, of which its source may have newer ones.
  const versions = [...(chosen.get('source') as readonly Stored<'source'>[]), ...(chosen.get('table_import') as readonly Stored<'table_import'>[])];
  for (const { sha256, textSha256 } of versions) {
    const bytes = read.content(sha256);
    if (bytes !== undefined) contents.keep(sha256, bytes);
    texts.add(textSha256);
    for (const { text_sha256: of, layout } of read.layouts(sha256)) if (of === textSha256) contents.keepLayout(sha256, of, layout);
  }
  for (const sha256 of texts) {
    const text = read.text(sha256);
    if (text !== undefined) contents.keepText(sha256, text);
  }
}
