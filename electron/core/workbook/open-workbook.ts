// A workbook as a value: its calls, its edits, and how it is closed. The one that is worked on, one that is only looked at beside
// it, and every past state of either are of one kind.
import { basename } from 'node:path';
import type { Output } from '../../../shared/contract.ts';
import { cachedBy } from '../cached-by.ts';
import { derivedTables, rebuildDerived } from '../derived.ts';
import type { HandlerTable } from '../dispatch.ts';
import { createEdits, type EditEngine, type EditOptions } from '../edits/edits.ts';
import { toRecord } from '../features/claims/repository.ts';
import { createMentions } from '../features/passages/mentions.ts';
import { createMentionRepository } from '../features/passages/repository.ts';
import { createLatent } from '../features/tables/latent.ts';
import { renewRows } from '../features/tables/renew.ts';
import { createKnownCounts, type KnownCountsOptions } from '../features/workbook/known-counts.ts';
import { type FeatureOptions, openFeatures } from '../features.ts';
import type { WorkbookCheck } from '../jobs/check-workbook.ts';
import { createCopyReader } from '../merge/repository.ts';
import type { Health } from '../store/health.ts';
import { metaOf } from '../store/meta.ts';
import type { Store } from '../store/open.ts';
import { syncedBy } from '../store/sync-folder.ts';
import { followEdits } from './follow.ts';
import { createPasts } from './past-workbook.ts';
import { createReaders } from './readers.ts';
import { createSessionBackup, type SessionBackup } from './session-backup.ts';

export interface Workbook {
  readonly path: string;
  readonly id: string;
  readonly isReadOnly: boolean;
  readonly health: Health;
  readonly edits: EditEngine;
  readonly handlers: HandlerTable;
  /** Ids under which records are still found that were united with others. */
  aliases(): ReadonlyMap<string, string>;
  /** When the backup that the first edit of the session began has ended. */
  backedUp(): Promise<void>;
  /** Calls of the state that the workbook had, or as its sources had it on a day. @throws AppError `not-found`, `invalid-input` */
  handlersAt(at: number | string | undefined, knownOn?: string): HandlerTable;
  close(): void;
}

export interface WorkbookParts extends Pick<FeatureOptions, 'files' | 'jobs' | 'fork'> {
  readonly store: Store;
  readonly id: string;
  readonly health: Health;
  readonly editing: Omit<EditOptions, 'sql' | 'health'>;
  readonly clock: () => number;
  readonly check: WorkbookCheck;
  readonly backupFolder: string;
  /** What was counted at an edit, kept by the host. */
  readonly counts: Pick<KnownCountsOptions, 'read' | 'write'>;
  /** Where the workbook is backed up before the first edit of a session: told of a backup that failed. */
  onBackupFailed?(error: unknown): void;
  /** Edits that this machine saw committed and that the file does not hold. */
  missingEdits(edits: EditEngine): Output<'workbook.info'>['missingEdits'];
  onClose(): void;
  /** The file is now as it is left. */
  onClosed(): void;
}

export function openWorkbook(parts: WorkbookParts): Workbook {
  const { store, id, health, editing, files, jobs, fork, clock, check, backupFolder } = parts;
  const { sql, path, isReadOnly } = store;
  const derived = derivedTables(sql);
  // A workbook that came from an older format waits for its derived tables.
  if (!isReadOnly && metaOf(sql, 'derived') !== undefined) sql.transaction(() => rebuildDerived(derived, sql));
  if (!isReadOnly) health.noteSuccess();
  const backup = sessionBackupOf(parts);
  const edits = createEdits({ ...editing, sql, health, beforeEdit: () => backup?.begin() });
  const readers = createReaders(sql, edits.version);
  const mentions = createMentions({ repository: createMentionRepository(sql), fork, jobs, textOf: readers.texts.text });
  edits.setLatent(createLatent({ repository: readers.tables, rows: readers.importedRows, toRecord }));
  followEdits(edits, derived, readers, mentions);
  const missingEdits = parts.missingEdits(edits);
  const shared = { name: basename(path).replace(/\.assay$/i, ''), files, jobs, fork };
  const renewed = () =>
    renewRows({
      repository: readers.tables,
      rows: readers.importedRows,
      fork,
      contentOf: readers.sources.content,
      maintain: (work) => edits.maintain(work),
    });
  const about = {
    health,
    clock,
    missingEdits,
    syncedBy: syncedBy(path) ?? null,
    backupFolder,
    check,
    rebuild: async () => [...(await renewed()), ...edits.maintain(() => rebuildDerived(derived, sql))],
  };
  const originAt = (edit: number) => ({ workbook: id, replica: editing.knownReplica() ?? null, edit: edits.log.idAt(edit) ?? null });
  const knownCounts = createKnownCounts({ ...parts.counts, lastEdit: () => edits.log.idAt(edits.version()) });
  const handlers = openFeatures({
    ...shared,
    knownCounts,
    sql,
    edits,
    readers,
    mentions,
    origin: () => originAt(edits.version()),
    readersAt: (at) => pasts.readersAt(at),
    workbook: { ...about, isReadOnly },
  });
  const pasts = createPasts({ store, edits, shared, about, mentions, originAt });
  return {
    path,
    id,
    isReadOnly,
    health,
    edits,
    handlers,
    aliases: cachedBy(edits.version, createCopyReader(sql).aliases),
    backedUp: () => backup?.settled() ?? Promise.resolve(),
    handlersAt: pasts.handlersAt,
    close() {
      parts.onClose();
      knownCounts.keep();
      pasts.close();
      backup?.close();
      store.close();
      parts.onClosed();
    },
  };
}

function sessionBackupOf({ store, backupFolder: folder, clock, check, onBackupFailed: onFailed }: WorkbookParts): SessionBackup | undefined {
  if (onFailed === undefined || store.isReadOnly) return undefined;
  return createSessionBackup({ store, folder, clock, checkCopy: check.copy, onFailed });
}
