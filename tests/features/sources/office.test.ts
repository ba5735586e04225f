import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../electron/commands/words.ts';
import { checkZip, zipCaps } from '../../../electron/core/jobs/extract/office/check-zip.ts';
import { read, refusal } from '../../helpers/extracting.ts';
import { docxEntries, docxParagraph, makeZip, renamed } from '../../helpers/made-zip.ts';

const heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Fee rises</w:t></w:r></w:p>';
const cell = (text: string) => `<w:tc>${docxParagraph(text)}</w:tc>`;
const tableRow = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
const properties =
  '<dc:title>The fee in 2024</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2024-09-30T10:00:00Z</dcterms:created>';

describe('a Word document', () => {
  it('becomes paragraphs and rows, with what it says about itself', async () => {
    const body = `${heading}${docxParagraph('The rate rose by 70 to 85%.')}<w:tbl>${tableRow('Class', 'Fee')}${tableRow('up to 1 l', '20,000')}</w:tbl>`;
    const made = await read('fee.docx', await makeZip(docxEntries(body, properties)));
    expect(made).toMatchObject({ title: 'The fee in 2024', author: 'A. Writer', language: 'en-GB', publishedOn: null, kind: 'document' });
    expect(made.text).toContain('The rate rose by 70 to 85%.');
    expect(made.text.split('\n').filter((line) => line.includes('\t'))).toEqual(['Class\tFee', 'up to 1 l\t20,000']);
    expect(made.warnings.join(' ')).toContain('30 Sep 2024');
  });

  it('is recognised by its bytes under any name', async () => {
    expect((await read('fee.txt', await makeZip(docxEntries(docxParagraph('Sales rose.'))))).text).toBe('Sales rose.');
  });

  it('is refused when its XML declares entities', async () => {
    const entries = docxEntries(docxParagraph('&all;')).map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, content: `<!DOCTYPE w [<!ENTITY all SYSTEM "file:///etc/passwd">]>${entry.content}` } : entry,
    );
    expect(await refusal('evil.docx', await makeZip(entries))).toMatchObject({ code: 'unreadable', message: expect.stringContaining('entities') });
  });
});

describe('the look through a zip', () => {
  const fine = { name: 'a.xml', content: '<a/>' };

  it('passes an ordinary one (control)', async () => {
    const zip = await checkZip({ name: 'a.zip', bytes: await makeZip([fine]) }, (entry) => entry === 'a.xml');
    expect([zip.names, zip.kept.get('a.xml')?.toString()]).toEqual([['a.xml'], '<a/>']);
  });

  it('refuses names that point outside, repeat or link, and archives beyond the caps', async () => {
    const outside = renamed(await makeZip([{ name: 'xx/passwd', content: 'x' }]), 'xx/passwd', '../passwd');
    const twice = renamed(await makeZip([fine, { name: 'b.xml', content: '<b/>' }]), 'b.xml', 'a.xml');
    const link = await makeZip([{ name: 'link', content: '/etc/passwd', mode: 0o120777 }]);
    const bomb = await makeZip([{ name: 'bomb', content: new Uint8Array(64 * 1024 * 1024) }]);
    const many = await makeZip(Array.from({ length: 30 }, (_, index) => ({ name: `${index}`, content: '' })));
    const why = async (bytes: Uint8Array, caps = zipCaps) =>
      checkZip({ name: 'a.zip', bytes }, undefined, caps).then(
        () => 'read',
        (error: Error) => errorWords(error),
      );
    expect(await why(outside)).toContain('invalid relative path');
    expect(await why(twice)).toContain('two entries with the same name');
    expect(await why(link)).toContain('link to another file');
    expect(await why(bomb)).toContain('200 times its size');
    expect(await why(many, { ...zipCaps, entries: 20 })).toContain('has 30 entries');
    expect(await why(await makeZip([{ name: 'a', content: 'x'.repeat(5000) }]), { ...zipCaps, unpackedBytes: 1000 })).toContain(
      'unpacks to more than',
    );
    expect(await why(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toContain('damaged');
  });
});
