// Mails and saved web archives (.eml, .mht): the headers become what is known of the source, the body is the text with the
// mails that it forwards, and other attachments are listed as left out.

import type { Address, Attachment, Email } from 'postal-mime';
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { extractHtmlText } from '../html/html.ts';
import { edtfOf } from '../stated-date.ts';
import { bodyOf } from './body.ts';
import { type ParsedMail, parseMail } from './mime.ts';

/** Mails within mails; what lies deeper is listed as left out. */
const maxForwards = 5;

export async function extractMail(request: ExtractRequest): Promise<Extracted> {
  const parsed = await parseMail(request);
  const { email } = parsed;
  const encoding = parsed.encoding ?? null;
  if (isArchive(email) && email.html !== undefined) {
    const page = extractHtmlText(request.name, email.html, headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location'));
    const warnings = [...parsed.warnings, ...page.warnings];
    return { ...page, mediaType: 'message/rfc822', encoding, extractor: 'mht-2', title: page.title ?? email.subject ?? null, warnings };
  }
  const { text, left, warnings } = await wholeText(request, parsed, 0);
  return {
    ...nothingKnown,
    title: email.subject?.trim() || null,
    author: email.from === undefined ? null : personOf(email.from),
    publishedOn: dayOf(email),
    language: headerOf(email, 'content-language'),
    text,
    mediaType: 'message/rfc822',
    encoding,
    extractor: 'mail-2',
    dropped: left.map(attachmentNote),
    warnings: once(warnings),
  };
}

function headerOf(mail: Email, name: string): string | null {
  return mail.headers.find((one) => one.key === name)?.value.trim() || null;
}

/** A page that a browser saved with its files, not a mail with pictures in it: nobody sent it. */
function isArchive(mail: Email): boolean {
  if (headerOf(mail, 'snapshot-content-location') !== null) return true;
  const isRelated = /multipart\/related/i.test(headerOf(mail, 'content-type') ?? '') && mail.text === undefined;
  const sender = headerOf(mail, 'from');
  return isRelated && (sender === null || /^<?saved by/i.test(sender));
}

/** The day that the head line states, by the clock of who sent the mail. */
function dayOf(mail: Email): string | null {
  return edtfOf(headerOf(mail, 'date')) ?? edtfOf(mail.date?.slice(0, 10));
}

interface WholeText {
  readonly text: string;
  readonly left: readonly Attachment[];
  readonly warnings: readonly Message[];
}

/** The body and, below their own head lines, the mails that it forwards. */
async function wholeText(request: ExtractRequest, { email, warnings: own }: ParsedMail, depth: number): Promise<WholeText> {
  const isForward = ({ mimeType }: Attachment) => mimeType === 'message/rfc822' && depth < maxForwards;
  const body = bodyOf(request.name, email);
  const texts = [body.text];
  const left = email.attachments.filter((attachment) => !isForward(attachment));
  const warnings = [...own, ...body.warnings];
  for (const { content } of email.attachments.filter(isForward)) {
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : new Uint8Array(content);
    const inner = await parseMail({ ...request, bytes });
    const whole = await wholeText(request, inner, depth + 1);
    texts.push(headLines(inner.email), whole.text);
    left.push(...whole.left);
    warnings.push(...whole.warnings);
  }
  return { text: texts.filter((text) => text !== '').join('\n\n'), left, warnings };
}

/** The day as the year, month and day that it is, which no reader can take for another. */
function headLines(mail: Email): string {
  const lines = [
    ['From', mail.from === undefined ? null : personOf(mail.from)],
    ['Date', dayOf(mail)],
    ['Subject', mail.subject?.trim() || null],
  ];
  return normaliseText(lines.flatMap(([label, text]) => (text === null ? [] : [`${label}: ${text}`])).join('\n'));
}

function personOf(address: Address): string | null {
  return address.name.trim() || ('address' in address ? (address.address ?? null) : null);
}

function attachmentNote({ filename, mimeType, content }: Attachment): Dropped {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  return { what: message('reading:leftOut.attachment'), text: `${filename === null ? '' : `${filename} `}(${mimeType}, ${size} bytes)` };
}

/** The same is said once, however many parts it is said of. */
function once(warnings: readonly Message[]): Message[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
