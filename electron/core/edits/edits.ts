// The only way to write. An edit is one transaction with one label and one author; it logs what it changed, lets derived tables
// follow inside the same transaction, and is announced after COMMIT. Undo and redo are edits too: the log only grows.
import { AppError } from '../../../shared/errors.ts';
import type { EditKind } from '../../../shared/features/history/contract.ts';
import { type Message, type MessageParams, message } from '../../../shared/message.ts';
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

  function commit<T>(work: (writer: ReturnType<typeof createWriter>) => { value: T; draft: () => Draft }): {
    value: T;
    outcome: EditOutcome | undefined;
  } {
    options.health.assertWritable();
    options.beforeEdit?.();
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
    maintain(work) {
      options.health.assertWritable();
      return inTransaction(options, work);
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    run(key, work) {
      return commit((writer) => {
        const { scope, draft } = createScope(key, writer, options);
        return { value: work(scope), draft };
      });
    },
  };
}

function createScope(key: string, writer: Writer & StampedWriter, options: EditOptions): { scope: EditScope; draft(): Draft } {
  let label = message(`edits:${key}`);
  let kind: EditKind = 'do';
  let taken: TakenIn | undefined;
  const scope: EditScope = {
    insert: writer.insert,
    update: writer.update,
    remove: writer.remove,
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
