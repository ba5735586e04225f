// What an export holds only where somebody asked for it.
import { z } from 'zod';

/** Notes on sources and claims; grades of both; names of the analysts who decided; names of files. */
export const extras = ['notes', 'grades', 'people', 'fileNames'] as const;
export const extraSchema = z.enum(extras);
export type Extra = z.infer<typeof extraSchema>;
