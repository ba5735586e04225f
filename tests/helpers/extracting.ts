import { extract } from '../../electron/core/jobs/extract/extract.ts';
import type { Extracted } from '../../electron/core/jobs/extract/extracted.ts';
import { AppError } from '../../shared/errors.ts';

/** Reads a file as the child process does, in this one. */
export function read(name: string, content: string | Uint8Array): Promise<Extracted> {
  return extract({ name, mediaType: '', bytes: typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content });
}

/** Code and sentence of a refusal. */
export async function refusal(name: string, content: string | Uint8Array): Promise<{ code: string; message: string }> {
  try {
    await read(name, content);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`${name} was read`);
}
