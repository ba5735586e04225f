// Documents as other programs write them: what a reader of them sees must be in the text, in that order.
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { joinJustified } from '../../../electron/core/jobs/extract/pdf/justified.ts';
import { lineOf, type PageItem, piecesOf } from '../../../electron/core/jobs/extract/pdf/pieces.ts';
import { withoutRadicals } from '../../../electron/core/jobs/extract/pdf/radicals.ts';
import { formattedNumber } from '../../../electron/core/jobs/extract/tables/formats/number-format.ts';
import { read, refusal } from '../../helpers/extracting.ts';
import { makePdf } from '../../helpers/made-pdf.ts';
import { docxEntries, docxParagraph, makeZip } from '../../helpers/made-zip.ts';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document with more than paragraphs', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${docxParagraph(text)}</w:tc>`;

  it('keeps the cells of a table in their columns where some span several', async () => {
    const body = `<w:tbl><w:tr>${cell('Brand and model', '<w:gridSpan w:val="2"/>')}${cell('Sold')}</w:tr><w:tr>${cell('Vostok', '<w:vMerge w:val="restart"/>')}${cell('Model A')}${cell('10,400')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Model B')}${cell('9,950')}</w:tr></w:tbl>`;
    expect((await read('a.docx', await makeZip(docxEntries(body)))).text).toBe('Brand and model\t\tSold\nVostok\tModel A\t10,400\n\tModel B\t9,950');
  });

  it('takes insertions, leaves deletions out and says so, also of hidden words and equations', async () => {
    const body = `<w:p>${run('Sales rose by ')}<w:ins w:id="1" w:author="x">${run('60')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>40</w:delText></w:r></w:del>${run('%.')}</w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Kept aside.</w:t></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`;
    const { text, dropped, warnings } = await read('a.docx', await makeZip(docxEntries(body)));
    expect(text).toBe('Sales rose by 60%.\n\nKept aside.');
    expect(dropped).toEqual([{ what: 'equations', text: 'x' }]);
    expect(warnings).toEqual([
      'The file has tracked changes: insertions are part of the text, deletions are not.',
      'Text that Word hides is part of the text.',
    ]);
    expect((await read('a.docx', await makeZip(docxEntries(docxParagraph('Sales rose.'))))).warnings).toEqual([]);
  });

  it('is titled by the paragraph that Word calls its title', async () => {
    const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('T', 'Title')}${style('H', 'heading 1')}</w:styles>`;
    const relation =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
    const styled = (id: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text)}</w:p>`;
    const entries = [
      ...docxEntries(styled('H', 'Overview') + styled('T', 'Imports after the fee')),
      { name: 'word/styles.xml', content: styles },
      { name: 'word/_rels/document.xml.rels', content: relation },
    ];
    expect((await read('a.docx', await makeZip(entries))).title).toBe('Imports after the fee');
  });
});

describe('a number in a spreadsheet', () => {
  it('keeps the currency, unit or scale that only its format names', () => {
    expect(
      [
        [12.3, '0.0" млн"'],
        [1234.5, '#,##0.00\\ "₽"'],
        [4600000, '[$€-407]#,##0'],
        [4600000, '0.0,,"m"'],
        [4600000, '#,##0,,'],
        [-5, '0" up";0" down";"none"'],
        [7, '_($* #,##0.00_)'],
        [-7.5, '$#,##0.00;\\($#,##0.00\\)'],
        [7, '"yes";"yes";"no"'],
        [7, 'General" km"'],
        [7, '(#,##0)'],
        [7, '0.00E+00'],
      ].map(([value, format]) => formattedNumber(value as number, format as string)),
    ).toEqual(['12.3 млн', '1234.5 ₽', '€4600000', '4.6m', '4600000', '5 down', '$7', '-$7.5', '7', '7 km', '7', '7']);
  });

  it('shows them in the text of the file', async () => {
    const sheets = [{ name: 'S', rows: [[12.3, 0.5]], columns: [{ numFmt: '0.0" млн"' }, { numFmt: '0%' }] }];
    expect((await read('a.xlsx', await writeXlsx({ sheets }))).text).toBe('12.3 млн\t50%');
  });
});

describe('a CSV of another habit', () => {
  it('gives up its first line when that only names the separator', async () => {
    expect(await read('a.csv', 'sep=;\nbrand;share\nLada;32,5\n')).toMatchObject({
      text: 'brand\tshare\nLada\t32,5',
      dropped: [{ what: 'line that names the separator', text: 'sep=;' }],
    });
  });

  it('may quote with single signs', async () => {
    expect((await read('a.csv', "brand,sold\n'Lada, Granta',12\n'Haval',13\n")).text).toBe('brand\tsold\nLada, Granta\t12\nHaval\t13');
    expect((await read('b.csv', "note,sold\nit's fine,12\n")).text).toBe("note\tsold\nit's fine\t12");
  });

  it('may carry a title above its table, which then is the row that differs', async () => {
    const { text, warnings } = await read('a.csv', 'Report 2024\n\nbrand;q1;q2\nLada;1;2\nHaval;3;4\n');
    expect([text, warnings]).toEqual(['Report 2024\nbrand\tq1\tq2\nLada\t1\t2\nHaval\t3\t4', ['One row has more or fewer cells than most.']]);
  });
});

describe('a mail that forwards another', () => {
  const mail = (body: string) =>
    `From: a@example.org\nSubject: Outer\nDate: Tue, 4 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${body}\n--b--\n`;

  it('has its words too, under the sender, the day and the subject', async () => {
    const inner = '--b\nContent-Type: message/rfc822\n\nFrom: x@example.org\nSubject: Inner\nDate: Mon, 3 Feb 2025 10:00:00 +0000\n\nIt rose by 5%.';
    const { text, dropped } = await read('a.eml', mail(`--b\nContent-Type: text/plain\n\nSee below.\n${inner}`));
    expect([text, dropped]).toEqual(['See below.\n\nFrom: x@example.org\nDate: 2025-02-03\nSubject: Inner\n\nIt rose by 5%.', []]);
  });

  it('is read from its HTML part where the plain one only points to it', async () => {
    const html = `--b\nContent-Type: text/html\n\n<p>${'The fee rose again in autumn. '.repeat(10)}</p>`;
    const parts = mail(`--b\nContent-Type: text/plain\n\nNo HTML here?\n${html}`).replace('multipart/mixed', 'multipart/alternative');
    expect((await read('a.eml', parts)).text).toContain('The fee rose again');
  });
});

describe('a saved page', () => {
  it('of frames names the pages that hold the words', async () => {
    const page = '<html><frameset cols="1,2"><frame src="menu.html"><frame src="main.html"></frameset></html>';
    expect(await refusal('a.html', page)).toEqual({
      code: 'unreadable',
      message: 'a.html only arranges other pages in frames (menu.html and main.html). It was not added. Add those pages.',
    });
  });

  it('keeps the lines of preformatted text and the columns of tables', async () => {
    const page =
      '<html><body><pre>year  sold\n2023  40</pre><table><tr><td colspan=2>A</td><td>B</td></tr><tr><td rowspan=2>x</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></body></html>';
    expect((await read('a.html', page)).text.split('\n').filter((line) => line !== '')).toEqual([
      'year sold',
      '2023 40',
      'A\t\tB',
      'x\t1\t2',
      '\t3\t4',
    ]);
  });
});

describe('the text of a PDF', () => {
  const item = (text: string, x: number, fields: Partial<PageItem> = {}): PageItem => ({
    text,
    x,
    y: 100,
    width: 5 * text.length,
    size: 11,
    isUpright: true,
    ...fields,
  });
  const lineAt = (y: number, ...pieces: [string, number, number][]) =>
    lineOf(pieces.map(([text, x, right]) => ({ text, x, right, y, size: 11, isUpright: true })));

  it('keeps the words of a justified line together, however far apart, and the cells of a table apart', () => {
    const prose = lineAt(100, ['and nobody expected that it would be', 72, 272]);
    const wide = lineAt(114, ['considerably', 72, 132], ['transportation', 196, 272]);
    const wider = lineAt(128, ['responsibilities', 72, 150], ['remained', 222, 272]);
    const figures = lineAt(142, ['2023', 72, 100], ['2024', 250, 272]);
    const shown = (lines: Parameters<typeof joinJustified>[0]) => joinJustified(lines).map((line) => line.text);
    expect(shown([prose, wide, wider, figures])).toEqual([
      'and nobody expected that it would be',
      'considerably transportation',
      'responsibilities remained',
      '2023\t2024',
    ]);
    expect(shown([wider, wide, prose])[0]).toBe('responsibilities remained');
    expect(shown([wide, wider])).toEqual(['considerably\ttransportation', 'responsibilities\tremained']);
  });

  it('sets the number of a note apart from the number before it', () => {
    const pieces = piecesOf([item('10,400', 72), item('1', 103, { y: 96, size: 7 }), item(' cars', 107)]);
    expect(pieces.map((piece) => piece.text)).toEqual(['10,400¹ cars']);
    expect(piecesOf([item('H', 72), item('2', 77, { y: 102, size: 7 }), item('O', 81)])[0]!.text).toBe('H2O');
  });

  it('has the signs that radicals stand for', () => {
    expect(withoutRadicals('增⻓六⼗')).toBe('增长六十');
    expect(withoutRadicals('radical ⺀ and 长')).toBe('radical ⺀ and 长');
  });

  it('goes on from the foot of one column to the head of the next', async () => {
    const column = (x: number, lines: readonly string[]) => lines.map((text, index) => ({ text, x, y: 100 + 14 * index }));
    const left = ['The ministry counted more sedans than', 'in any spring before, and most of them'];
    const right = ['were waiting at the border for papers', 'that nobody had asked for so far.'];
    const { text } = await read('a.pdf', makePdf([[...column(72, left), ...column(320, right)]]));
    expect(text).toBe([...left, ...right].join(' '));
  });
});
