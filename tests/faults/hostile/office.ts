// Word documents and spreadsheets that unpack without end, climb out of their folder, or lie about themselves.
import { filesOf, type HostileContent, type HostileFile } from './hostile-file.ts';
import { type Entry, zipOf } from './zip.ts';

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const bombType = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`;
const outsideType = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Package {
  readonly main: string;
  readonly entries: readonly Entry[];
  /** The main part around a body; `before` stands in front of the root element. */
  part(body: string, before?: string): string;
  readonly body: string;
  deep(times: number): string;
}

const word: Package = {
  main: 'word/document.xml',
  entries: packageEntries('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
  part: (body, before = '') =>
    `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  body: '<w:p><w:r><w:t>Sales were 10 cars.</w:t></w:r></w:p>',
  deep: (times) => '<w:tbl><w:tr><w:tc>'.repeat(times) + '</w:tc></w:tr></w:tbl>'.repeat(times),
};

const sheet: Package = {
  main: 'xl/worksheets/sheet1.xml',
  entries: [
    ...packageEntries('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
  ],
  part: (body, before = '') =>
    `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`,
  body: '<row r="1"><c r="A1"><v>10</v></c></row>',
  deep: (times) => '<row><c>'.repeat(times) + '</c></row>'.repeat(times),
};

function packageEntries(main: string, type: string): Entry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="${main}"/></Relationships>`,
    },
  ];
}

/** A part with so much in it that it had better not become a string on the way. */
function around(part: Package['part'], content: Buffer): Buffer {
  const [before = '', after = ''] = part('\0').split('\0');
  return Buffer.concat([Buffer.from(before), content, Buffer.from(after)]);
}

function packages({ main, entries, part, body, deep }: Package): Record<string, HostileContent> {
  const withMain = (content: string | Buffer, more: readonly Entry[] = [], over: Partial<Entry> = {}) =>
    zipOf([...entries, { name: main, content, ...over }, ...more]);
  const sound = part(body);
  const whole = withMain(sound);
  return {
    'bomb of spaces': () => withMain(around(part, Buffer.alloc(300_000_000, ' '))),
    'bomb of text': () => withMain(around(part, Buffer.alloc(2_000_000 * Buffer.byteLength(body), body))),
    'bomb beside': () => withMain(sound, [{ name: 'media/image.png', content: Buffer.alloc(300_000_000) }]),
    'zip in a zip': () => withMain(sound, [{ name: 'inner.zip', content: zipOf([{ name: 'x', content: Buffer.alloc(50_000_000) }]) }]),
    'a hundred thousand deep': () => withMain(part(deep(100_000))),
    'a billion laughs': withMain(part(`${body.replace('10', '&l9;')}`, bombType)),
    'an entity from outside': withMain(part(body.replace('10', '&f;'), outsideType)),
    'names that climb': withMain(sound, [
      { name: '../../../../tmp/assay-owned', content: 'x' },
      { name: '/tmp/assay-owned', content: 'x' },
      { name: '..\\..\\assay-owned', content: 'x' },
      { name: 'C:\\assay-owned', content: 'x' },
    ]),
    'a symbolic link': withMain(sound, [{ name: 'link.xml', content: '/etc/passwd', mode: 0o120777 }]),
    'its main part as a link': withMain('/etc/passwd', [], { mode: 0o120777 }),
    'the same name twice': withMain(sound, [{ name: main, content: part(body.replace('10', '99')) }]),
    'twenty thousand entries': () =>
      withMain(
        sound,
        Array.from({ length: 20_000 }, (_, at) => ({ name: `media/${at}.xml`, content: 'x' })),
      ),
    'announces four gigabytes': withMain(sound, [], { announced: 0xffff_ffff }),
    'announces one byte': withMain(sound, [], { announced: 1 }),
    'a wrong sum': withMain(sound, [], { crc: 1 }),
    'says it is locked': withMain(sound, [], { flags: 1 }),
    'no list of types': zipOf([{ name: main, content: sound }]),
    'a list elsewhere': zipOf([...entries, { name: main, content: sound }], { directoryAt: 0xffff_fff0 }),
    'a long comment': zipOf([...entries, { name: main, content: sound }], { comment: 'PK\u0005\u0006'.repeat(10_000) }),
    'cut in the middle': whole.subarray(0, whole.length >> 1),
    'without its end': whole.subarray(0, whole.length - 22),
    'only its end': whole.subarray(whole.length - 22),
    'nothing in it': zipOf([]),
    'macros and programs': withMain(sound, [
      { name: 'word/vbaProject.bin', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
      { name: 'xl/vbaProject.bin', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
      { name: 'setup.exe', content: 'MZ' },
    ]),
    'links to elsewhere': withMain(sound, [
      {
        name: `${main.replace(/([^/]+)$/, '_rels/$1')}.rels`,
        content: `<Relationships xmlns="${relationships}"><Relationship Id="x" Type="${office}/image" TargetMode="External" Target="http://127.0.0.1:9/a.png"/><Relationship Id="y" Type="${office}/attachedTemplate" TargetMode="External" Target="file:///etc/passwd"/></Relationships>`,
      },
    ]),
    'bytes that are no text': withMain(
      Buffer.concat([Buffer.from(sound.slice(0, 120)), Buffer.from([0xff, 0xfe, 0xc0, 0]), Buffer.from(sound.slice(120))]),
    ),
    'UTF-16 inside': withMain(Buffer.from(`\ufeff${sound}`, 'utf16le')),
    'XML without end': withMain(sound.slice(0, -20)),
    'no XML at all': withMain('not xml <<<>>> &&&'),
  };
}

export function hostileDocuments(): HostileFile[] {
  return filesOf('docx', {
    ...packages(word),
    'a hundred thousand fields': () =>
      zipOf([...word.entries, { name: word.main, content: word.part('<w:p><w:fldSimple w:instr="DDEAUTO cmd /c calc"/></w:p>'.repeat(100_000)) }]),
  });
}

export function hostileSheets(): HostileFile[] {
  const withRows = (rows: string, after = '') =>
    zipOf([...sheet.entries, { name: sheet.main, content: sheet.part(rows).replace('</sheetData>', `</sheetData>${after}`) }]);
  const merges = Array.from({ length: 100_000 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join('');
  return filesOf('xlsx', {
    ...packages(sheet),
    'a sheet said to be full': zipOf([
      ...sheet.entries,
      { name: sheet.main, content: sheet.part(sheet.body).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>') },
    ]),
    'one cell in the last corner': withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'a cell beyond the sheet': withRows('<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'),
    'rows that go backwards': withRows('<row r="5"><c r="A5"><v>1</v></c></row><row r="-1"><c r="A-1"><v>2</v></c></row><row r="0"/>'),
    'shared strings that are not there': withRows('<row r="1"><c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-1</v></c></row>'),
    'a formula that calls out': withRows('<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c></row>'),
    'a hundred thousand merges': withRows(sheet.body, `<mergeCells>${merges}</mergeCells>`),
    'numbers that are none': withRows('<row r="1"><c r="A1"><v>1e309</v></c><c r="B1"><v>NaN</v></c><c r="C1" t="d"><v>9999-99-99</v></c></row>'),
  });
}
