import { errorWords, words } from '../../electron/commands/words.ts';
import { extract } from '../../electron/core/jobs/extract/extract.ts';
import type { Extracted } from '../../electron/core/jobs/extract/extracted.ts';
import { AppError } from '../../shared/errors.ts';

/** What was read, with its warnings and what was left out in words. */
interface ReadInWords extends Omit<Extracted, 'warnings' | 'dropped'> {
  readonly warnings: readonly string[];
  readonly dropped: readonly { readonly what: string; readonly text: string }[];
}

/** Reads a file as the child process does, in this one. */
export async function read(name: string, content: string | Uint8Array): Promise<ReadInWords> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content;
  const made = await extract({ name, mediaType: '', bytes });
  return { ...made, warnings: made.warnings.map(words), dropped: made.dropped.map(({ what, text }) => ({ what: words(what), text })) };
}

/** Code and sentence of a refusal. */
export async function refusal(name: string, content: string | Uint8Array): Promise<{ code: string; message: string }> {
  try {
    await read(name, content);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: errorWords(error) };
    throw error;
  }
  throw new Error(`${name} was read`);
}
