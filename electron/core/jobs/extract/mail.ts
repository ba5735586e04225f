// Mails and saved web archives (.eml, .mht): the headers become what is known of the source, the body is the text, and
// attachments are listed as left out.
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { AppError } from '../../../../shared/errors.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from './extract.ts';
import { extractHtmlText } from './html/html.ts';
import { edtfOf } from './stated-date.ts';

const maxNestingDepth = 64;

export async function extractMail(request: ExtractRequest): Promise<Extracted> {
  const mail = await parse(request);
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value.trim() || null;
  const isArchive =
    header('snapshot-content-location') !== null || (/multipart\/related/i.test(header('content-type') ?? '') && mail.text === undefined);
  const dropped = isArchive ? [] : mail.attachments.map(attachmentNote);
  if (isArchive && mail.html !== undefined) {
    const page = extractHtmlText(request.name, mail.html, header('snapshot-content-location') ?? header('content-location'));
    return { ...page, mediaType: 'message/rfc822', extractor: 'mht-1', title: page.title ?? mail.subject ?? null };
  }
  return {
    ...nothingKnown,
    title: mail.subject?.trim() || null,
    author: mail.from === undefined ? null : personOf(mail.from),
    publishedOn: edtfOf(mail.date?.slice(0, 10)),
    language: header('content-language'),
    text: bodyOf(request.name, mail),
    mediaType: 'message/rfc822',
    extractor: 'mail-1',
    dropped,
  };
}

async function parse({ name, bytes }: ExtractRequest): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth });
  } catch (error) {
    throw new AppError(
      'unreadable',
      `${name} cannot be read as a mail (${error instanceof Error ? error.message : 'unknown reason'}). It was not added.`,
    );
  }
}

/** The plain part where there is one; else the text of the HTML part, whole: a mail has no furniture to leave out. */
function bodyOf(name: string, mail: Email): string {
  const plain = mail.text?.trim() ?? '';
  if (plain !== '') return normaliseText(plain);
  if (mail.html === undefined) return '';
  return extractHtmlText(name, mail.html, null, { isWhole: true }).text;
}

function personOf(address: Address): string | null {
  return address.name.trim() || ('address' in address ? (address.address ?? null) : null);
}

function attachmentNote({ filename, mimeType, content }: Attachment): { what: string; text: string } {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  return { what: 'attachment', text: `${filename ?? 'without a name'} (${mimeType}, ${size} bytes)` };
}
