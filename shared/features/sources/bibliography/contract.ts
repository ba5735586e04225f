import { z } from 'zod';
import { idSchema } from '../../../ids.ts';
import { messageSchema } from '../../../message.ts';
import { command, query } from '../../../rpc.ts';
import { cslSchema } from './csl.ts';
import { citationStyles } from './lines.ts';

export const bibliographyFormats = ['csl', 'bibtex', 'ris'] as const;
const chosen = { ids: z.array(idSchema).max(5000).optional() };

/** Part of the contract of the sources. */
export const bibliographyContract = {
  cite: query(
    'Write sources as lines of a list of references',
    z.strictObject({ ...chosen, style: z.enum(citationStyles).default('apa') }),
    z.strictObject({ lines: z.array(z.strictObject({ sourceId: idSchema, text: z.string() })) }),
    { source: 'all' },
  ),
  bibliography: query(
    'Write sources as CSL-JSON, BibTeX or RIS',
    z.strictObject({ ...chosen, format: z.enum(bibliographyFormats).default('csl') }),
    z.strictObject({ items: z.array(cslSchema), text: z.string(), name: z.string(), mediaType: z.string() }),
    { source: 'all' },
  ),
  readBibliography: command(
    'Take what a bibliography (CSL-JSON, BibTeX, RIS) knows of the sources that are here',
    z.strictObject({ text: z.string().min(1).max(5_000_000) }),
    z.strictObject({
      format: z.enum(bibliographyFormats),
      /** By what an entry was recognised, and which empty fields of the source it filled. */
      matched: z.array(z.strictObject({ sourceId: idSchema, title: z.string(), by: z.enum(['doi', 'url', 'title']), filled: z.array(z.string()) })),
      /** Entries of no source here; nothing was made of them. */
      unmatched: z.array(z.strictObject({ title: z.string(), why: messageSchema })),
    }),
  ),
};
