// The only way to write. An edit is one transaction with one label and one author; it logs old and new value of every
// field it touches, lets derived tables follow inside the same transaction, and is announced after COMMIT. Undo and redo
// are edits too: the log only grows.

import { AppError } from '../../../shared/errors.ts';
import { type Message, type MessageParams, message } from '../../../shared/message.ts';
import type { Clock } from '../host.ts';
import type { Health } from '../store/health.ts';
import type { Sql } from '../store/sql.ts';
import { asStoreError } from '../store/store-error.ts';
import { createEditLog, type EditLog, type EditOutcome } from './log.ts';
import type { RecordTable } from './records.ts';
import { type Change, createWriter, replay, type Writer } from './writer.ts';

export interface EditScope extends Writer {
  /** Names the edit by a key of the catalogue `edits`; the last name given wins. */
  name(key: string, params?: MessageParams): void;
  newId(): string;
  readonly at: string;
  readonly author: string;
}

/** Keeps a derived table in step with records. Runs inside the edit's transaction, once per table touched. */
export interface Follower {
  readonly table: RecordTable;
  follow(ids: readonly string[]): void;
}

export interface EditEngine {
  /** Runs `work` in one edit, named by `key` of the catalogue `edits` unless it names itself; an edit that changed nothing leaves no trace. */
  run<T>(key: string, work: (edit: EditScope) => T): { value: T; outcome: EditOutcome | undefined };
  undo(): EditOutcome;
  redo(): EditOutcome;
  /** Number of the last edit; views and caches compare it. */
  version(): number;
  follow(follower: Follower): void;
  readonly log: EditLog;
}

export interface EditOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly author: string;
  readonly newId: () => string;
  readonly health: Pick<Health, 'assertWritable' | 'noteFailure' | 'noteSuccess'>;
  onCommit(outcome: EditOutcome, changes: readonly Change[]): void;
}

export function createEdits(options: EditOptions): EditEngine {
  const { sql } = options;
  const log = createEditLog(options);
  const followers: Follower[] = [];
  let version = log.lastSeq();

  function commit<T>(work: (changes: Change[]) => { value: T; write: () => EditOutcome | undefined }): {
    value: T;
    outcome: EditOutcome | undefined;
  } {
    options.health.assertWritable();
    const changes: Change[] = [];
    const done = inTransaction(options, () => {
      const { value, write } = work(changes);
      const outcome = changes.length > 0 ? write() : undefined;
      for (const follower of followers) callFollower(follower, changes);
      return { value, outcome };
    });
    if (done.outcome !== undefined) {
      version = done.outcome.seq;
      options.onCommit(done.outcome, changes);
    }
    return done;
  }

  function travel(direction: 'undo' | 'redo'): EditOutcome {
    const target = direction === 'undo' ? log.nextUndo() : log.nextRedo();
    if (target === undefined) throw new AppError('not-found', direction === 'undo' ? 'edits.nothingToUndo' : 'edits.nothingToRedo');
    const { outcome } = commit((changes) => {
      const steps = log.changesOf(target.seq);
      for (const step of direction === 'undo' ? steps.toReversed() : steps) changes.push(replay(sql, step, direction));
      return { value: undefined, write: () => log.write({ kind: direction, target: target.seq, label: target.label, changes }) };
    });
    if (outcome === undefined) throw new AppError('not-found', direction === 'undo' ? 'edits.nothingToUndo' : 'edits.nothingToRedo');
    return outcome;
  }

  return {
    log,
    version: () => version,
    follow: (follower) => void followers.push(follower),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    run(key, work) {
      return commit((changes) => {
        const scope = createScope(key, changes, options);
        return { value: work(scope), write: () => log.write({ kind: 'do', target: null, label: scope.label(), changes }) };
      });
    },
  };
}

function createScope(key: string, changes: Change[], options: EditOptions): EditScope & { label(): Message } {
  let label = message(`edits:${key}`);
  return {
    ...createWriter(options.sql, changes),
    name: (own, params) => {
      label = message(`edits:${own}`, params);
    },
    label: () => label,
    newId: options.newId,
    at: new Date(options.clock()).toISOString(),
    author: options.author,
  };
}

function callFollower(follower: Follower, changes: readonly Change[]): void {
  const ids = new Set(changes.filter((change) => change.table === follower.table).map((change) => change.recordId));
  if (ids.size > 0) follower.follow([...ids]);
}

function inTransaction<T>({ sql, health }: EditOptions, work: () => T): T {
  try {
    const value = sql.transaction(work);
    health.noteSuccess();
    return value;
  } catch (error) {
    const told = asStoreError(error);
    if (told !== error) health.noteFailure(told);
    throw told;
  }
}
