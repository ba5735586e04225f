// Bytes to text. Order of belief: the user's choice, a BOM, valid UTF-8 beyond ASCII, a declaration in the document (which
// outlives many a change of encoding), then how the text reads. Bytes that do not fit are counted and reported, never
// dropped in silence.

import { AppError } from '../../../../../shared/errors.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import type { ExtractRequest } from '../extracted.ts';
import { type Detected, detectEncoding, label } from './detect.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly Message[];
}

/** Share of control characters above which a file counts as binary. */
const binaryShare = 0.02;
/** Sequences that fit UTF-8 for each that does not, from which a file counts as damaged UTF-8 and not as another encoding. */
const damagedShare = 20;

export function decode({ name, bytes, encoding }: Pick<ExtractRequest, 'name' | 'bytes' | 'encoding'>, declared?: string): Decoded {
  const chosen = chooseEncoding(bytes, { wanted: encoding, declared });
  const text = new TextDecoder(chosen.encoding).decode(bytes);
  if (encoding === undefined) assertText(name, text);
  const bad = countSigns(text, '\uFFFD') - writtenReplacements(bytes, chosen.encoding);
  const warnings = [
    ...(chosen.isSure ? [] : [message('reading:warning.guessedEncoding', { encoding: chosen.encoding })]),
    ...(bad > 0 ? [message('reading:warning.misfits', { count: bad, encoding: chosen.encoding })] : []),
  ];
  return { text, encoding: chosen.encoding, warnings };
}

function chooseEncoding(bytes: Uint8Array, { wanted, declared }: { wanted: string | undefined; declared: string | undefined }): Detected {
  const sure = label(wanted) ?? bomEncoding(bytes) ?? utf8Beyond(bytes) ?? label(declared);
  if (sure !== undefined) return { encoding: sure, isSure: true };
  const isAscii = !bytes.some((byte) => byte >= 0x80 || byte === 0);
  return isAscii ? { encoding: 'utf-8', isSure: true } : detectEncoding(bytes);
}

function bomEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-8 with signs beyond ASCII, whole or with a few damaged places. UTF-16 of Latin text is valid UTF-8 full of NUL. */
function utf8Beyond(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 4096).includes(0) || !bytes.some((byte) => byte >= 0x80)) return undefined;
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = countSigns(text, '\uFFFD') - writtenReplacements(bytes, 'utf-8');
  if (bad === 0) return 'utf-8';
  let beyond = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) >= 0x80) beyond += 1;
  return beyond - bad > damagedShare * bad ? 'utf-8' : undefined;
}

/** Replacement signs that stand in the file itself. */
function writtenReplacements(bytes: Uint8Array, encoding: string): number {
  const written: Readonly<Record<string, readonly number[]>> = { 'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd] };
  const sign = written[encoding];
  if (sign === undefined) return 0;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = all.indexOf(Buffer.from(sign)); at >= 0; at = all.indexOf(Buffer.from(sign), at + 1))
    count += sign.length === 3 || at % 2 === 0 ? 1 : 0;
  return count;
}

function countSigns(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

function assertText(name: string, text: string): void {
  const sample = text.slice(0, 20_000);
  let control = 0;
  for (const character of sample) {
    const code = character.charCodeAt(0);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control += 1;
  }
  if (control > Math.max(2, sample.length * binaryShare)) {
    throw new AppError('unreadable', 'reading.binary', { name });
  }
}
