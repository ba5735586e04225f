// Zip files and office documents for tests, also such as no program would write.
import yazl from 'yazl';

export interface MadeEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly mode?: number;
}

export async function makeZip(entries: readonly MadeEntry[]): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const { name, content, mode } of entries) zip.addBuffer(Buffer.from(content as string), name, mode === undefined ? {} : { mode });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}

/** The same zip with a name of equal length in place of another, which the writer would have refused. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'));
}

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word document of the given body, which is WordprocessingML. */
export function docxEntries(body: string, properties = ''): MadeEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `${types}<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...(properties === ''
      ? []
      : [
          {
            name: 'docProps/core.xml',
            content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`,
          },
        ]),
  ];
}

export function docxParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}
