import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { action, nothing, query } from '../../rpc.ts';

export const workbookInfoSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  schemaVersion: z.int(),
  sources: z.int(),
  passages: z.int(),
  claims: z.strictObject({ figure: z.int(), event: z.int(), statement: z.int() }),
  observations: z.int(),
  series: z.int(),
  actors: z.int(),
  instruments: z.int(),
  projects: z.int(),
  conflicts: z.int(),
  stale: z.int(),
  edits: z.int(),
  isReadOnly: z.boolean(),
  /** What keeps the workbook from being written; null when nothing does. */
  trouble: messageSchema.nullable(),
  /** What may replace the file: the name of a sync program, `sync_program` or `network_share`; null where it lies in a place of its own. */
  syncedBy: z.string().nullable(),
  /** Edits that this machine saw committed and that the file no longer holds. */
  missingEdits: z.strictObject({ count: z.int(), since: z.string() }).nullable(),
});
export type WorkbookInfo = z.infer<typeof workbookInfoSchema>;

/** A workbook that can be opened. `id` is opaque: the path stays in the shell. */
export const workbookEntrySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  place: z.string(),
  modifiedAt: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  isOpen: z.boolean(),
  isMissing: z.boolean(),
});
export type WorkbookEntry = z.infer<typeof workbookEntrySchema>;

/** Why it was taken: by time or by hand, or because the workbook was about to be replaced or brought to another format. */
export const backupReasonSchema = z.enum(['routine', 'before-restore', 'before-migration']);

/** A backup that can be restored, and what restoring it would lose. */
export const backupSchema = z.strictObject({
  id: z.string(),
  reason: backupReasonSchema,
  at: z.string(),
  edit: z.int(),
  sizeBytes: z.int(),
  editsSince: z.int(),
  minutesSince: z.int(),
});

/** How what was there is kept: beside the workbook under this name, or as this backup. */
const restoredSchema = z.strictObject({ keptAside: z.string().nullable(), backup: z.string().nullable(), edit: z.int() });

const backupId = z.string().regex(/^\d{8}T\d{6}Z-\d+(-before-(restore|migration))?$/);

export const workbookContract = {
  info: query('Say what the open workbook holds', nothing, workbookInfoSchema),
  current: query('Say which workbook is open, if any', nothing, z.strictObject({ workbook: workbookEntrySchema.nullable() })),
  list: query(
    'List the workbooks of the workbook folder and those opened lately',
    nothing,
    z.strictObject({ workbooks: z.array(workbookEntrySchema) }),
  ),
  create: action(
    'Create a workbook and open it',
    z.strictObject({ name: z.string().trim().min(1).max(120), sample: z.boolean().default(false) }),
    workbookEntrySchema,
  ),
  open: action('Open a workbook of the list', z.strictObject({ id: idSchema }), workbookEntrySchema),
  openFile: action(
    'Check a workbook file that was handed over, keep it among the workbooks and open it',
    z.strictObject({ file: idSchema }),
    workbookEntrySchema,
  ),
  close: action('Close the workbook', nothing, nothing),
  backups: query('List the backups, newest first', nothing, z.strictObject({ backups: z.array(backupSchema) })),
  backup: action('Take a backup now', nothing, backupSchema),
  restore: action(
    'Put a backup in the place of the workbook; what was there is kept as a backup, or aside when it is damaged',
    z.strictObject({ id: backupId }),
    restoredSchema,
  ),
  backupsOf: query(
    'List the backups of a workbook of the list, which may be past opening',
    z.strictObject({ workbook: idSchema }),
    z.strictObject({ backups: z.array(backupSchema) }),
  ),
  restoreOf: action(
    'Put a backup in the place of a workbook of the list and open it',
    z.strictObject({ workbook: idSchema, id: backupId }),
    restoredSchema,
  ),
  verify: query('Check the workbook', nothing, z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) })),
};
