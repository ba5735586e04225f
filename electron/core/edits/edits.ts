// The only way to write. An edit is one transaction with one label and one author; it logs what it changed, lets derived tables
// follow inside the same transaction, and is announced after COMMIT. Undo and redo are edits too: the log only grows.
import { AppError } from '../../../shared/errors.ts';
import type { EditKind } from '../../../shared/features/history/contract.ts';
import { type Message, type MessageParams, message } from '../../../shared/message.ts';
import { type RecordTable, recordType } from '../../../shared/records/index.ts';
import type { Health } from '../store/health.ts';
import { asStoreError } from '../store/store-error.ts';
import { createEditLog, type EditLog, type EditOutcome, type LogOptions, type TakenIn } from './log.ts';
import { createRecordHistory, type RecordHistory } from './record-history.ts';
import { reverse } from './undo.ts';
import { type Touched, WriteSet } from './write-set.ts';
import { createWriter, type StampedWriter, type Writer } from './writer.ts';

export interface EditScope extends Writer {
  /** Says what the edit does, by a key of the catalogue `edits`; the last one given wins. */
  name(key: string, params?: MessageParams): void;
  /** What a person did unless it is told otherwise. */
  kind(kind: Extract<EditKind, 'merge' | 'import' | 'migrate'>): void;
  /** What a merge writes. */
  readonly stamped: StampedWriter;
  /** Notes what a merge took in; such an edit is written also where no record changed. */
  takeIn(taken: TakenIn): void;
  newId(): string;
  readonly at: string;
  readonly author: string;
}

/** Records that are not written down until somebody does something with them: rows of imported tables. */
export interface Latent {
  /** Looks at the rows as they are before anything is written: what an edit finds of them must also stand where it is taken back. */
  look(): void;
  begin(writer: Writer): LatentOfEdit;
}

export interface LatentOfEdit {
  /** Writes the record, and what it stands on, where the id is that of such a row. */
  writeDown(table: RecordTable, id: string): void;
  /** Takes such a row out; whether the record itself is there to be removed. */
  takeOut(table: RecordTable, id: string): boolean;
  /** Writes which rows were taken out, all at once. */
  finish(): void;
}

/** Keeps a derived table in step with records. Runs inside the edit's transaction, once an edit. */
export type Follow = (touched: readonly Touched[]) => void;

export interface EditEngine {
  /** Runs `work` in one edit; an edit that changed nothing leaves no trace. */
  run<T>(key: string, work: (edit: EditScope) => T): { value: T; outcome: EditOutcome | undefined };
  undo(): EditOutcome;
  redo(): EditOutcome;
  /** Number of the last edit; views and caches compare it. */
  version(): number;
  follow(follower: Follow): void;
  /** Who knows of records that are not written down yet. */
  setLatent(latent: Latent): void;
  /** Writes what is no record, such as derived tables made anew, in one transaction. */
  maintain<T>(work: () => T): T;
  readonly log: EditLog;
  readonly history: RecordHistory;
}

export interface EditOptions extends LogOptions {
  readonly health: Pick<Health, 'assertWritable' | 'noteFailure' | 'noteRollback' | 'noteSuccess'>;
  /** Before anything is written. */
  beforeEdit?(): void;
  onCommit(outcome: EditOutcome, touched: readonly Touched[]): void;
}

interface Draft {
  readonly kind: EditKind;
  readonly target: number | null;
  readonly label: Message;
  readonly taken?: TakenIn | undefined;
}

export function createEdits(options: EditOptions): EditEngine {
  const { sql } = options;
  const log = createEditLog(options);
  const followers: Follow[] = [];
  let version = log.lastSeq();
  let latent: Latent | undefined;

  function commit<T>(work: (writer: ReturnType<typeof createWriter>) => { value: T; draft: () => Draft }): {
    value: T;
    outcome: EditOutcome | undefined;
  } {
    options.health.assertWritable();
    options.beforeEdit?.();
    latent?.look();
    const { value, outcome, touched } = inTransaction(options, () => {
      const writes = new WriteSet();
      const writer = createWriter({ sql, writes, seq: log.lastSeq() + 1 });
      const done = work(writer);
      const all = writes.touched();
      const draft = done.draft();
      const isMerge = draft.taken !== undefined || (draft.target !== null && log.find(draft.target)?.kind === 'merge');
      const written = all.length > 0 || isMerge ? log.write({ ...draft, writes }) : undefined;
      if (all.length > 0) for (const follow of followers) follow(all);
      return { value: done.value, outcome: written, touched: all };
    });
    if (outcome !== undefined) {
      version = outcome.seq;
      options.onCommit(outcome, touched);
    }
    return { value, outcome };
  }

  function travel(direction: 'undo' | 'redo'): EditOutcome {
    const target = direction === 'undo' ? log.nextUndo() : log.nextRedo();
    if (target === undefined) throw new AppError('not-found', direction === 'undo' ? 'edits.nothingToUndo' : 'edits.nothingToRedo');
    try {
      const { outcome } = commit((writer) => {
        reverse(sql, log, { target: target.seq, direction, writer });
        return { value: undefined, draft: () => ({ kind: direction, target: target.seq, label: target.label }) };
      });
      if (outcome === undefined) throw new AppError('conflict', 'edits.overwritten', { seq: target.seq });
      return outcome;
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') log.passOver(target.seq);
      throw error;
    }
  }

  return {
    log,
    history: createRecordHistory(sql, log),
    version: () => version,
    follow: (follower) => void followers.push(follower),
    setLatent: (one) => {
      latent = one;
    },
    maintain(work) {
      options.health.assertWritable();
      return inTransaction(options, work);
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    run(key, work) {
      return commit((writer) => {
        const rows = latent?.begin(writer);
        const { scope, draft } = createScope(key, writer, { ...options, rows });
        const value = work(scope);
        rows?.finish();
        return { value, draft };
      });
    },
  };
}

function createScope(
  key: string,
  writer: Writer & StampedWriter,
  options: EditOptions & { readonly rows: LatentOfEdit | undefined },
): { scope: EditScope; draft(): Draft } {
  let label = message(`edits:${key}`);
  let kind: EditKind = 'do';
  let taken: TakenIn | undefined;
  const scope: EditScope = {
    ...(options.rows === undefined ? plain(writer) : withLatent(writer, options.rows)),
    name: (named, params) => {
      label = message(`edits:${named}`, params);
    },
    kind: (other) => {
      kind = other;
    },
    stamped: writer,
    takeIn: (given) => {
      taken = given;
    },
    newId: options.newId,
    at: new Date(options.clock()).toISOString(),
    author: options.author(),
  };
  return { scope, draft: () => ({ kind, target: null, label, taken }) };
}

function plain({ insert, update, remove }: Writer): Writer {
  return { insert, update, remove };
}

/** What is changed or pointed to is written down first. */
function withLatent(writer: Writer, rows: LatentOfEdit): Writer {
  const pointedTo = (table: RecordTable, record: Readonly<Record<string, unknown>>) => {
    for (const { name, reference } of recordType(table).fields)
      if (reference !== undefined && reference.as !== 'keys')
        for (const id of [record[name] ?? []].flat()) if (typeof id === 'string') rows.writeDown(reference.record as RecordTable, id);
  };
  return {
    insert(table, record) {
      pointedTo(table, record);
      writer.insert(table, record);
    },
    update(table, id, patch) {
      rows.writeDown(table, id);
      pointedTo(table, patch);
      return writer.update(table, id, patch);
    },
    remove(table, id) {
      if (rows.takeOut(table, id)) writer.remove(table, id);
    },
  };
}

function inTransaction<T>({ sql, health }: EditOptions, work: () => T): T {
  try {
    const value = sql.transaction(work);
    health.noteSuccess();
    return value;
  } catch (error) {
    const told = asStoreError(error);
    health.noteRollback();
    if (told !== error) health.noteFailure(told);
    throw told;
  }
}
