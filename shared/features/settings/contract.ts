import { z } from 'zod';
import { nothingRead } from '../../reads.ts';
import { action, query } from '../../rpc.ts';

// Settings of a person stay beside the workbook, not in it: layout, theme, drafts. They never travel with an export.
const keySchema = z.string().regex(/^[a-z][a-zA-Z0-9.:_-]{0,120}$/);

export const settingsContract = {
  get: query(
    'Read settings',
    z.strictObject({ keys: z.array(keySchema).max(50) }),
    z.strictObject({ values: z.record(z.string(), z.string()) }),
    nothingRead,
  ),
  set: action('Keep a setting', z.strictObject({ key: keySchema, value: z.string().max(1_000_000).nullable() }), z.strictObject({ key: z.string() })),
};
