import { describe, expect, it } from 'vitest';
import { edtfOf } from '../../../electron/core/jobs/extract/stated-date.ts';
import { read, refusal } from '../../helpers/extracting.ts';
import { makeZip } from '../../helpers/made-zip.ts';

const mail = [
  'From: Anna Writer <anna@example.org>',
  'To: desk@example.org',
  'Subject: =?UTF-8?Q?Fee_in_autumn_=E2=80=94_draft?=',
  'Date: Mon, 30 Sep 2024 10:00:00 +0300',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="cut"',
  '',
  '--cut',
  'Content-Type: text/plain; charset=windows-1251',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from([0xd1, 0xe1, 0xee, 0xf0, 0x20, 0x2b, 0x37, 0x30, 0x25]).toString('base64'),
  '--cut',
  'Content-Type: text/csv; name="rates.csv"',
  'Content-Disposition: attachment; filename="rates.csv"',
  '',
  'a,b',
  '--cut--',
  '',
].join('\r\n');

describe('a mail', () => {
  it('keeps its body as the text, its headers as what is known of it, and lists what was attached', async () => {
    expect(await read('a.eml', mail)).toMatchObject({
      text: 'Сбор +70%',
      title: 'Fee in autumn — draft',
      author: 'Anna Writer',
      publishedOn: '2024-09-30',
      mediaType: 'message/rfc822',
      dropped: [{ what: 'attachment', text: expect.stringContaining('rates.csv') }],
    });
  });

  it('is recognised by its headers under any name', async () => {
    expect((await read('a.txt', mail)).mediaType).toBe('message/rfc822');
    expect((await read('note.txt', 'Subject: fee\nIt rose. Date: unknown.')).mediaType).toBe('text/plain');
  });

  it('gives the text of its HTML where it has no other, and runs none of it', async () => {
    const html =
      'From: a@example.org\nDate: 1 Oct 2024 00:00:00 +0000\nSubject: x\nContent-Type: text/html\n\n<p>Sales <b>rose</b>.</p><script>document.body.append("evil")</script>';
    expect((await read('a.eml', html)).text).toBe('Sales rose.');
  });
});

describe('a Markdown file', () => {
  it('keeps its source as the text, so that quotes are found as they stand, and proposes what it states', async () => {
    const source = '---\ntitle: "Fee in autumn"\ndate: 2024-10-01\nauthor: A. Writer\n---\n# Other heading\n\nThe fee **rose** by [70 %](x).\n';
    expect(await read('a.md', source)).toMatchObject({ text: source, title: 'Fee in autumn', publishedOn: '2024-10-01', author: 'A. Writer' });
    expect((await read('a.md', 'Intro.\n\n# The *fee* in autumn\n')).title).toBe('The fee in autumn');
    expect((await read('a.md', 'No heading here.')).title).toBe(null);
  });
});

describe('the kind of a file', () => {
  it('is told from its bytes where the name says otherwise', async () => {
    expect((await read('page.txt', '<!doctype html><html><body><p>Sales rose.</p></body></html>')).text).toBe('Sales rose.');
    expect((await read('page.csv', '\n<!-- saved --><html><body><p>Sales rose.</p></body></html>')).mediaType).toBe('text/html');
  });

  it('decides the sentence of a refusal', async () => {
    const ole = (stream: string) =>
      new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(`${stream}\0`, 'utf16le')]));
    const sentences = await Promise.all([
      refusal('a.doc', ole('WordDocument')),
      refusal('a.xls', ole('Workbook')),
      refusal('a.docx', ole('EncryptedPackage')),
      refusal('a.rtf', '{\\rtf1 hello}'),
      refusal('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])),
      makeZip([{ name: 'a.txt', content: 'x' }]).then((zip) => refusal('a.zip', zip)),
      makeZip([{ name: 'ppt/presentation.xml', content: '<p/>' }]).then((zip) => refusal('a.pptx', zip)),
    ]);
    const words = ['.doc)', '.xls)', 'password', 'rich text', 'picture', 'archive', 'PowerPoint'];
    expect(sentences.map(({ code }) => code)).toEqual(words.map(() => 'unreadable'));
    words.forEach((word, index) => void expect(sentences[index]!.message).toContain(word));
  });
});

describe('a stated date', () => {
  it('is taken in every spelling that has one reading, and in no other', () => {
    expect(
      ['2025-03-04T10:00Z', '2025/03/04', '20250304', '4 March 2025', 'Tue, 4 Mar 2025 08:00 GMT', 'March 4th, 2025', '2025-03', '2025'].map((text) =>
        edtfOf(text),
      ),
    ).toEqual(['2025-03-04', '2025-03-04', '2025-03-04', '2025-03-04', '2025-03-04', '2025-03-04', '2025-03', '2025']);
    expect(['03/04/2025', '2025-02-30', 'soon', '', '0000-01-01', '12:30'].map((text) => edtfOf(text))).toEqual([null, null, null, null, null, null]);
  });
});
