// What the edit that keeps a document must know of its bytes and its text, found out before the edit opens and so that other
// calls are answered meanwhile. Nothing of it is taken from the reader: what a stranger's file makes of that must not decide
// under which hash the file is kept, or which source it is taken for.
import { webcrypto } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Sketch, sketchInSteps } from '../../../../shared/features/sources/likeness.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { codePointCount } from '../../jobs/extract/text-builder.ts';
import type { ReadFile } from './read-files.ts';

export interface Measures extends Pick<Source, 'sha256' | 'textSha256' | 'chars'> {
  /** Of a document; data sets are not compared. */
  readonly sketch: Sketch | undefined;
}

export interface MeasuredFile extends ReadFile {
  readonly measures: Measures;
}

export async function measured({ file, extracted }: ReadFile): Promise<MeasuredFile> {
  const { text, kind } = extracted;
  const sketch = kind === 'document' ? await sketchOf(text) : undefined;
  return { file, extracted, measures: { ...(await hashesOf({ file, extracted })), chars: codePointCount(text), sketch } };
}

/** SHA-256 in hex; computed on a thread of its own. */
export async function hashesOf({ file, extracted }: ReadFile): Promise<Pick<Source, 'sha256' | 'textSha256'>> {
  const [sha256, textSha256] = await Promise.all([file.bytes, Buffer.from(extracted.text, 'utf8')].map(hashOf));
  return { sha256: sha256!, textSha256: textSha256! };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');
}

async function sketchOf(text: string): Promise<Sketch> {
  const steps = sketchInSteps(text);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await nextTurn();
  }
}
