// Bytes to text. Order of belief: the user's choice, a BOM, valid UTF-8 beyond ASCII, a declaration in the document (which
// outlives many a change of encoding), UTF-16 by its zero bytes, then statistics. Bytes that do not fit the encoding are counted and reported, never dropped in silence.
import chardet from 'chardet';
import { AppError } from '../../../../shared/errors.ts';
import type { ExtractRequest } from './extract.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly string[];
}

/** Share of control characters above which a file counts as binary. */
const binaryShare = 0.02;

export function decode({ name, bytes, encoding }: Pick<ExtractRequest, 'name' | 'bytes' | 'encoding'>, declared?: string): Decoded {
  const chosen =
    known(encoding) ??
    bomEncoding(bytes) ??
    (isManyBytes(bytes) ? utf8(bytes) : undefined) ??
    known(declared) ??
    utf8(bytes) ??
    utf16(bytes) ??
    guessed(bytes);
  const text = new TextDecoder(chosen).decode(bytes);
  assertText(name, text);
  const bad = text.split('\uFFFD').length - 1;
  const warnings = bad > 0 ? [`${bad} byte sequences do not fit the encoding ${chosen} and show as \uFFFD.`] : [];
  return { text, encoding: chosen, warnings };
}

function known(label: string | undefined): string | undefined {
  if (label === undefined || label === '') return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Beyond ASCII no other encoding is valid UTF-8 by chance, save in a few words. */
function isManyBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

function bomEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 of Latin text is valid UTF-8 full of NUL.
    return bytes.subarray(0, 4096).includes(0) ? undefined : 'utf-8';
  } catch {
    return undefined;
  }
}

/** Latin, Cyrillic and Chinese text in UTF-16 has its zero or small bytes on one side only. */
function utf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if ((sample[index] ?? 0) <= 0x04) even += 1;
    if ((sample[index + 1] ?? 0) <= 0x04) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > 0.6 * pairs && even < 0.3 * pairs) return 'utf-16le';
  if (even > 0.6 * pairs && odd < 0.3 * pairs) return 'utf-16be';
  return undefined;
}

function guessed(bytes: Uint8Array): string {
  return known(chardet.detect(bytes.subarray(0, 65_536)) ?? undefined) ?? 'windows-1252';
}

function assertText(name: string, text: string): void {
  const sample = text.slice(0, 20_000);
  let control = 0;
  for (const character of sample) {
    const code = character.charCodeAt(0);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control += 1;
  }
  if (control > Math.max(2, sample.length * binaryShare)) {
    throw new AppError('unreadable', `${name} is not text: it holds binary data. It was not added. Open it in its own program and save it as text.`);
  }
}
