import { describe, expect, it } from 'vitest';
import { boxesOf } from '../../../shared/features/sources/layout.ts';
import { read, refusal } from '../../helpers/extracting.ts';
import { makePdf, paragraphLines } from '../../helpers/made-pdf.ts';
import { figure, handOver, newWorkbook } from '../../helpers/workbook.ts';

const long =
  'Dealers sold fewer cars in spring than a year before, and most of them expect that the market will not recover until the rates come down again in autumn.';

describe('a PDF', () => {
  it('becomes paragraphs: lines that go on are joined, a line that ended short is kept apart', async () => {
    const { text } = await read(
      'a.pdf',
      makePdf([[{ text: 'Spring sales', y: 72, size: 18 }, ...paragraphLines(long, { y: 110 }), { text: 'Prices held.', y: 200 }]]),
    );
    expect(text).toBe(`Spring sales\n\n${long}\n\nPrices held.`);
  });

  it('goes on over the end of a page in the middle of a sentence', async () => {
    const lines = paragraphLines(long, { y: 700 });
    const { text, layout } = await read(
      'a.pdf',
      makePdf([lines.slice(0, 1), lines.slice(1).map((line, index) => ({ ...line, y: 72 + 14 * index }))]),
    );
    expect(text).toBe(long);
    expect(layout?.kind === 'pages' && layout.pages.map((page) => text.slice(page.start, page.end).trim())).toEqual([
      lines[0]!.text,
      long.slice(lines[0]!.text.length + 1),
    ]);
  });

  it('joins a word parted by a hyphen where the text has it whole, and keeps the hyphen of a compound', async () => {
    const words = 'The factory makes localised cars in a region where locali-';
    const page = [
      { text: words, y: 72 },
      { text: 'sed cars sell. A long-term plan and another, which is long-', y: 86 },
      { text: 'term as well, was signed by the owner of the plant last week.', y: 100 },
    ];
    const { text, warnings } = await read('a.pdf', makePdf([page]));
    expect(text).toContain('where localised cars sell');
    expect(text).toContain('which is long-term as well');
    expect(warnings.join(' ')).toContain('One word hyphenated at a line end');
  });

  it('reads two columns one after the other, also where the file goes across them', async () => {
    const left = paragraphLines(`Left ${long} ${long}`, { y: 100, columns: 38 });
    const right = paragraphLines(`Right ${long} ${long}`, { y: 100, x: 320, columns: 38 });
    const across = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
      [left[index], right[index]].filter((line) => line !== undefined),
    ).flat();
    const { text } = await read('a.pdf', makePdf([across]));
    expect(text.replace(/\s+/g, ' ')).toBe(`Left ${long} ${long} Right ${long} ${long}`);
  });

  it('keeps the cells of a table row on one line, apart by tabs', async () => {
    const rows = [
      ['Brand', '2023', '2024'],
      ['Lada', '324', '436'],
      ['Haval', '111', '190'],
    ];
    const page = rows.flatMap((row, index) => row.map((text, column) => ({ text, x: 72 + 120 * column, y: 100 + 16 * index })));
    expect((await read('a.pdf', makePdf([page]))).text).toBe('Brand\t2023\t2024\nLada\t324\t436\nHaval\t111\t190');
  });

  it('leaves out the heads and numbers of pages, and lists them', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { text: 'Market review', y: 40 },
      { text: `Part ${number} tells of the year ${2020 + number}.`, y: 300 },
      { text: `Page ${number} of 4`, y: 810 },
    ]);
    const { text, dropped } = await read('a.pdf', makePdf(pages));
    expect(text).not.toMatch(/Market review|Page/);
    expect(dropped.map((one) => one.text)).toEqual(['Market review', 'Page 1 of 4']);
  });

  it('keeps what differs from page to page at their edges, such as the first row of a table', async () => {
    const pages = [1, 2, 3, 4, 5].map((number) => [
      { text: `Region sold ${number * 137} cars`, y: 60 },
      { text: `In part ${number} the plants are told of one by one.`, y: 300 },
    ]);
    const { text, dropped } = await read('a.pdf', makePdf(pages));
    expect([text.match(/Region sold/g)?.length, dropped]).toEqual([5, []]);
  });

  it('says of each span on which page and where on it it stands', async () => {
    const { text, layout } = await read('a.pdf', makePdf([[{ text: 'First page.', y: 100 }], [{ text: 'Sales were 1.06m cars.', y: 200 }]]));
    const start = text.indexOf('1.06m');
    const boxes = layout?.kind === 'pages' ? boxesOf(layout.pages, start, start + 5) : [];
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toMatchObject({ page: 2 });
    expect(boxes[0]!.x).toBeGreaterThan(110);
    expect(boxes[0]!.y + boxes[0]!.height).toBeCloseTo(202.8, 0);
  });

  it('proposes its title, not the name that a program left there, and never a day of publication from the day of making', async () => {
    const page = [{ text: 'The market in spring', y: 72, size: 22 }, ...paragraphLines(long, { y: 110 }), ...paragraphLines(long, { y: 400 })];
    const made = await read('a.pdf', makePdf([page], { title: 'Microsoft Word - draft7.doc' }));
    const stated = await read('a.pdf', makePdf([page], { title: 'Spring review' }));
    expect([made.title, stated.title, stated.publishedOn]).toEqual(['The market in spring', 'Spring review', null]);
    expect(stated.warnings.join(' ')).toContain('5 Mar 2024');
  });

  it('is refused with its reason when it is locked or damaged', async () => {
    expect(await refusal('locked.pdf', makePdf([[{ text: 'Secret.', y: 72 }]], { isLocked: true }))).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('password'),
    });
    expect(await refusal('cut.pdf', '%PDF-1.7\nnothing more')).toMatchObject({ code: 'unreadable', message: expect.stringContaining('damaged') });
  });

  it('runs nothing that it brings', async () => {
    const catalogue = '/OpenAction << /S /JavaScript /JS (globalThis.hasRun = true) >>';
    await read('a.pdf', makePdf([[{ text: 'Sales rose.', y: 72 }]], { catalogue }));
    expect('hasRun' in globalThis).toBe(false);
  });
});

describe('a PDF in a workbook', () => {
  it('gives its page to the passages of its claims', async () => {
    const { app, files } = await newWorkbook();
    const pdf = makePdf([[{ text: 'First page.', y: 100 }], [{ text: 'The share rose to 51% in 2023.', y: 200 }]]);
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'a.pdf', pdf)] });
    const { claims } = await app.ask('claims.capture', { claims: [figure(added[0]!.id, '51%')] });
    const trace = await app.ask('claims.trace', { id: claims[0]!.id });
    expect(trace.passage).toMatchObject({ page: 2, sheet: null, cells: null });
    const { start, end } = trace.passage!;
    const { place } = await app.ask('sources.layout', { id: added[0]!.id, start, end });
    expect(place).toMatchObject({ page: 2, boxes: [{ page: 2 }] });
  });

  it('is handed out again byte for byte, in pieces, and page by page with its lines', async () => {
    const { app, files } = await newWorkbook();
    const pdf = makePdf([[{ text: 'First page.', y: 100 }], [{ text: 'Sales were 1.06m cars.', y: 200 }]]);
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'a.pdf', pdf)] });
    const id = added[0]!.id;
    const head = await app.ask('sources.content', { id, offset: 0, count: 500 });
    const tail = await app.ask('sources.content', { id, offset: 500 });
    expect([head.isLast, tail.isLast, head.sizeBytes]).toEqual([false, true, pdf.length]);
    expect(Buffer.concat([head, tail].map(({ data }) => Buffer.from(data, 'base64')))).toEqual(Buffer.from(pdf));
    expect((await app.ask('sources.content', { id, offset: pdf.length + 7 })).data).toBe('');
    const { text } = await app.ask('sources.text', { id });
    const { lines, width } = await app.ask('sources.page', { id, page: 2 });
    expect([width, lines.map(([start, end]) => text.slice(start, end))]).toEqual([595, ['Sales were 1.06m cars.']]);
    await expect(app.ask('sources.page', { id, page: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('without text is kept, says so, and takes quotes that are typed off its pages', async () => {
    const { app, files } = await newWorkbook();
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'scan.pdf', makePdf([[], [], []]))] });
    const id = added[0]!.id;
    expect(added[0]).toMatchObject({ chars: 0, warnings: [{ key: 'reading:warning.onlyPictures', params: { count: 3 } }, expect.anything()] });
    await app.ask('sources.typeQuote', { id, page: 3, text: 'The share rose to 51% in 2023.' });
    const before = await app.ask('claims.capture', { claims: [figure(id, '51%')] });
    const second = await app.ask('sources.typeQuote', { id, page: 1, text: 'It had been 38% in 2022.' });
    expect((await app.ask('sources.text', { id })).text.slice(second.start, second.end)).toBe('It had been 38% in 2022.');
    const { claims } = await app.ask('claims.capture', { claims: [figure(id, '38%')] });
    const pages = await Promise.all(
      [before.claims[0]!.id, claims[0]!.id].map(async (claim) => (await app.ask('claims.trace', { id: claim })).passage),
    );
    expect(pages.map((passage) => [passage?.page, passage?.exact])).toEqual([
      [3, '51%'],
      [1, '38%'],
    ]);
    await expect(app.ask('sources.typeQuote', { id, page: 4, text: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { field: 'page' },
    });
  });

  it('without text is no duplicate of another one without text', async () => {
    const { app, files } = await newWorkbook();
    const scans = [makePdf([[]]), makePdf([[], []])].map((bytes, index) => handOver(files, `scan${index}.pdf`, bytes));
    const { added } = await app.ask('sources.add', { files: scans });
    expect(added.map((one) => one.duplicateOf)).toEqual([null, null]);
  });
});
