import fc from 'fast-check';
import { afterEach } from 'vitest';
import { closeOpened } from './helpers/opened.ts';
import { isWhole } from './helpers/share.ts';

// `npm test` tries laws on the same cases every time, so that what fails is what was changed; the whole run draws anew.
const seed = process.env.ASSAY_SEED ?? (isWhole ? undefined : '1');
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

afterEach(closeOpened);
