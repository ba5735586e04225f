import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { nothingRead } from '../../reads.ts';
import { query } from '../../rpc.ts';

export const exportFormats = ['xlsx', 'csv', 'json'] as const;
export const exchangeContract = {
  export: query(
    'Hand the workbook over as a file',
    z.strictObject({ format: z.enum(exportFormats) }),
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: z.int(), claims: z.int(), sources: z.int() }),
    nothingRead,
  ),
};
