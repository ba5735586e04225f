import { z } from 'zod';
import { messageSchema } from '../../message.ts';
import { history, nothingRead } from '../../reads.ts';
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
export const restoredSchema = z.strictObject({ keptAside: z.string().nullable(), backup: z.string().nullable(), edit: z.int() });

export const backupIdSchema = z.string().regex(/^\d{8}T\d{6}Z-\d+(-before-(restore|migration))?$/);

export const workbookContract = {
  info: query('Say what the workbook holds', nothing, workbookInfoSchema, history),
  backups: query('List the backups, newest first', nothing, z.strictObject({ backups: z.array(backupSchema) }), history),
  backup: action('Take a backup now', nothing, backupSchema),
  restore: action(
    'Put a backup in the place of the workbook; what was there is kept as a backup, or aside when it is damaged',
    z.strictObject({ id: backupIdSchema }),
    restoredSchema,
  ),
  verify: query('Check the workbook', nothing, z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) }), nothingRead),
  rebuild: action(
    'Make the tables that are derived from records anew, and say what differed',
    nothing,
    z.strictObject({ differed: z.array(z.string()) }),
  ),
};
