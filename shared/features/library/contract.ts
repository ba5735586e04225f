// Which workbooks there are, and which of them are open: one that is worked on, and others that are looked at beside it.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { nothingRead } from '../../reads.ts';
import { action, nothing, query } from '../../rpc.ts';
import { backupIdSchema, backupSchema, restoredSchema } from '../workbook/contract.ts';

/** A workbook that can be opened. `id` is opaque: the path stays in the shell. */
export const workbookEntrySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  place: z.string(),
  modifiedAt: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  /** The one that is worked on. */
  isOpen: z.boolean(),
  /** Open beside it, for reading only; calls reach it by its id. */
  isBeside: z.boolean(),
  isMissing: z.boolean(),
});
export type WorkbookEntry = z.infer<typeof workbookEntrySchema>;

const chosen = z.strictObject({ id: idSchema });

export const libraryContract = {
  current: query('Say which workbook is open, if any', nothing, z.strictObject({ workbook: workbookEntrySchema.nullable() }), nothingRead),
  list: query(
    'List the workbooks of the workbook folder and those opened lately',
    nothing,
    z.strictObject({ workbooks: z.array(workbookEntrySchema) }),
    nothingRead,
  ),
  create: action(
    'Create a workbook and open it',
    z.strictObject({ name: z.string().trim().min(1).max(120), sample: z.boolean().default(false) }),
    workbookEntrySchema,
  ),
  open: action('Open a workbook of the list', chosen, workbookEntrySchema),
  openFile: action(
    'Check a workbook file that was handed over, keep it among the workbooks and open it',
    z.strictObject({ file: idSchema }),
    workbookEntrySchema,
  ),
  openBeside: action('Open a workbook of the list beside the one that is worked on, for reading only', chosen, workbookEntrySchema),
  closeBeside: action('Close a workbook that was opened beside', chosen, nothing),
  close: action('Close the workbook', nothing, nothing),
  backupsOf: query(
    'List the backups of a workbook of the list, which may be past opening',
    z.strictObject({ workbook: idSchema }),
    z.strictObject({ backups: z.array(backupSchema) }),
    nothingRead,
  ),
  restoreOf: action(
    'Put a backup in the place of a workbook of the list and open it',
    z.strictObject({ workbook: idSchema, id: backupIdSchema }),
    restoredSchema,
  ),
};
