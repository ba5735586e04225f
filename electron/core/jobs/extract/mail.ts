// Mails and saved web archives (.eml, .mht): the headers become what is known of the source, the body is the text with the
// mails that it forwards, and other attachments are listed as left out.

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { AppError } from '../../../../shared/errors.ts';
import type { Dropped } from '../../../../shared/features/sources/model.ts';
import { message } from '../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from './extracted.ts';
import { extractHtmlText } from './html/html.ts';
import { edtfOf } from './stated-date.ts';

const maxNestingDepth = 64;
/** Mails within mails; what lies deeper is listed as left out. */
const maxForwards = 5;
/** Share of the words of the HTML part below which the plain part only says that there is one. */
const fewWords = 0.3;

export async function extractMail(request: ExtractRequest): Promise<Extracted> {
  const mail = await parse(request);
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value.trim() || null;
  const isArchive =
    header('snapshot-content-location') !== null || (/multipart\/related/i.test(header('content-type') ?? '') && mail.text === undefined);
  if (isArchive && mail.html !== undefined) {
    const page = extractHtmlText(request.name, mail.html, header('snapshot-content-location') ?? header('content-location'));
    return { ...page, mediaType: 'message/rfc822', extractor: 'mht-1', title: page.title ?? mail.subject ?? null };
  }
  const { text, left } = await wholeText(request.name, mail, 0);
  return {
    ...nothingKnown,
    title: mail.subject?.trim() || null,
    author: mail.from === undefined ? null : personOf(mail.from),
    publishedOn: edtfOf(mail.date?.slice(0, 10)),
    language: header('content-language'),
    text,
    mediaType: 'message/rfc822',
    extractor: 'mail-1',
    dropped: left.map(attachmentNote),
  };
}

async function parse({ name, bytes }: Pick<ExtractRequest, 'name' | 'bytes'>): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth, forceRfc822Attachments: true });
  } catch (error) {
    throw new AppError('unreadable', 'reading.notMail', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}

interface WholeText {
  readonly text: string;
  readonly left: readonly Attachment[];
}

/** The body and, below their own head lines, the mails that it forwards. */
async function wholeText(name: string, mail: Email, depth: number): Promise<WholeText> {
  const isForward = ({ mimeType }: Attachment) => mimeType === 'message/rfc822' && depth < maxForwards;
  const texts = [bodyOf(name, mail)];
  const left = mail.attachments.filter((attachment) => !isForward(attachment));
  for (const { content } of mail.attachments.filter(isForward)) {
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : new Uint8Array(content);
    const inner = await parse({ name, bytes });
    const whole = await wholeText(name, inner, depth + 1);
    texts.push(headLines(inner), whole.text);
    left.push(...whole.left);
  }
  return { text: texts.filter((text) => text !== '').join('\n\n'), left };
}

/** The day as the year, month and day that it is, which no reader can take for another. */
function headLines(mail: Email): string {
  const lines = [
    ['From', mail.from === undefined ? null : personOf(mail.from)],
    ['Date', edtfOf(mail.date?.slice(0, 10))],
    ['Subject', mail.subject?.trim() || null],
  ];
  return normaliseText(lines.flatMap(([label, text]) => (text === null ? [] : [`${label}: ${text}`])).join('\n'));
}

/** The plain part, unless it says next to nothing of the HTML part, whose text is taken whole: a mail has no furniture. */
function bodyOf(name: string, mail: Email): string {
  const plain = normaliseText(mail.text?.trim() ?? '');
  if (mail.html === undefined) return plain;
  const html = extractHtmlText(name, mail.html, null, { isWhole: true }).text;
  return plain !== '' && plain.length >= fewWords * html.length ? plain : html;
}

function personOf(address: Address): string | null {
  return address.name.trim() || ('address' in address ? (address.address ?? null) : null);
}

function attachmentNote({ filename, mimeType, content }: Attachment): Dropped {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  return { what: message('reading:leftOut.attachment'), text: `${filename === null ? '' : `${filename} `}(${mimeType}, ${size} bytes)` };
}
