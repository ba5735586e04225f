// A file of many mails, one after the other, each under a line that begins with `From ` (RFC 4155): every mail is a document of
// its own. Lines of a mail that begin so are written with `>` before them.

const opening = Buffer.from('From ');
const lineEnd = 0x0a;

/** The mails of such a file as bytes; undefined for any other file, one mail with such a line among them. */
export function mailsIn(bytes: Uint8Array): Uint8Array[] | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!all.subarray(0, opening.length).equals(opening)) return undefined;
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = all.indexOf(opening, at + 1)) if (isOpening(all, at)) starts.push(at);
  if (starts.length < 2) return undefined;
  return starts.map((start, index) => mailAt(all.subarray(start, starts[index + 1])));
}

/** After an empty line, with a year at its end, and head lines below: a sentence may begin with From. */
function isOpening(all: Buffer, at: number): boolean {
  const isAfterEmptyLine = at === 0 || (all[at - 1] === lineEnd && (all[at - 2] === lineEnd || (all[at - 2] === 0x0d && all[at - 3] === lineEnd)));
  return isAfterEmptyLine && /^From \S.*\d{4}.*\r?\n[A-Za-z][A-Za-z0-9-]*:/.test(all.subarray(at, at + 500).toString('latin1'));
}

function mailAt(mail: Buffer): Uint8Array {
  const text = mail.subarray(mail.indexOf(lineEnd) + 1).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/^>(>*From )/gm, '$1').replace(/(\r?\n)\r?\n$/, '$1'), 'latin1'));
}
