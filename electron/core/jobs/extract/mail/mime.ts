// Mails taken apart by the library, with encodings that it does not settle: parts that state none, or one that their bytes
// cannot be in, are judged by how they read; so are head lines written in bytes beyond ASCII.

import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '../../../../../shared/errors.ts';
import type { Message } from '../../../../../shared/message.ts';
import { decode } from '../encoding/decode.ts';
import type { ExtractRequest } from '../extracted.ts';

export interface ParsedMail {
  readonly email: Email;
  /** Of its first part of text. */
  readonly encoding: string | undefined;
  readonly warnings: readonly Message[];
}

type MailBytes = Pick<ExtractRequest, 'name' | 'bytes' | 'encoding'>;

const maxNestingDepth = 64;

/** A part of a mail, as far as its encoding goes; the library keeps it to itself. */
interface Part {
  readonly content: ArrayBuffer | null;
  readonly contentType: { readonly parsed: { readonly value: string; readonly params: Record<string, string> } };
}

interface PartsOfText {
  isInlineTextNode(part: Part): boolean;
}

/** @throws AppError `unreadable` */
export async function parseMail({ name, bytes, encoding }: MailBytes): Promise<ParsedMail> {
  const parser = new PostalMime({ maxNestingDepth, forceRfc822Attachments: true });
  const parts = parser as unknown as PartsOfText;
  const isText = parts.isInlineTextNode.bind(parser);
  const settled: { readonly encoding: string; readonly warnings: readonly Message[] }[] = [];
  // Asked of every part right before its bytes become text.
  parts.isInlineTextNode = (part) => {
    const is = isText(part);
    if (is && part.content !== null) settled.push(settleEncoding(part, { name, encoding }));
    return is;
  };
  try {
    const email = await parser.parse(withReadableHead({ name, bytes, encoding }));
    return { email, encoding: settled[0]?.encoding, warnings: settled.flatMap((one) => one.warnings) };
  } catch (error) {
    throw new AppError('unreadable', 'reading.notMail', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}

function settleEncoding({ content, contentType }: Part, { name, encoding }: Pick<MailBytes, 'name' | 'encoding'>) {
  const { params, value } = contentType.parsed;
  const bytes = new Uint8Array(content!);
  const declared = statesNothing(params.charset) ? (value === 'text/html' ? metaCharset(bytes) : undefined) : params.charset;
  const decoded = readPart({ name, bytes, encoding }, declared);
  params.charset = decoded.encoding;
  return decoded;
}

/** Bytes of a part that are no text in any encoding are left to the library. */
function readPart(part: MailBytes, declared: string | undefined) {
  try {
    return decode(part, declared);
  } catch {
    return { encoding: declared ?? 'utf-8', warnings: [] };
  }
}

/** Programs that do not know what they send call it ASCII. */
function statesNothing(charset: string | undefined): boolean {
  return charset === undefined || /^(us-?ascii|ascii|ansi_x3.*|unknown.*|x-unknown|default|none|)$/i.test(charset.trim());
}

function metaCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1];
}

/** Head lines should be ASCII; where they are not, they become UTF-8, in which the library reads them. */
function withReadableHead({ name, bytes, encoding }: MailBytes): Uint8Array {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = /\r?\n\r?\n/.exec(all.subarray(0, longestHead).toString('latin1'))?.index ?? 0;
  const head = bytes.subarray(0, end);
  if (!head.some((byte) => byte >= 0x80)) return bytes;
  const isUtf8 = Buffer.from(head).toString('utf8').includes('\uFFFD') === false;
  return isUtf8 ? bytes : Buffer.concat([Buffer.from(decode({ name, bytes: head, encoding }).text, 'utf8'), all.subarray(end)]);
}

const longestHead = 256 * 1024;
