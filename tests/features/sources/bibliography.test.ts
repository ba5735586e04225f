import { describe, expect, it } from 'vitest';
import { type ForkChild, forkNodeChild, type JobEntry } from '../../../electron/core/jobs/child.ts';
import { type CslItem, cslOf, dateOf, edtfOf, namesOf } from '../../../shared/features/sources/bibliography/csl.ts';
import { citationLine } from '../../../shared/features/sources/bibliography/lines.ts';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const standard: CslItem = {
  type: 'standard',
  number: 'ISO 8601-2:2019',
  title: 'Date and time: representations for information interchange. Part 2: extensions',
  author: [{ literal: 'International Organization for Standardization' }],
  publisher: 'ISO',
  'publisher-place': 'Geneva',
  issued: { 'date-parts': [[2019, 2]] },
};
const page: CslItem = {
  type: 'webpage',
  title: 'Web Annotation Data Model',
  author: [
    { family: 'Sanderson', given: 'Robert' },
    { family: 'Ciccarese', given: 'Paolo' },
    { family: 'Young', given: 'Benjamin' },
  ],
  publisher: 'W3C',
  issued: { 'date-parts': [[2017, 2, 23]] },
  accessed: { 'date-parts': [[2026, 1, 5]] },
  URL: 'https://www.w3.org/TR/annotation-model/',
};
const article: CslItem = {
  type: 'article-journal',
  title: 'A fast bit-vector algorithm for approximate string matching',
  author: [{ family: 'Myers', given: 'Gene' }],
  'container-title': 'Journal of the ACM',
  volume: '46',
  issue: '3',
  page: '395-415',
  issued: { 'date-parts': [[1999]] },
  DOI: '10.1145/316542.316550',
};

describe('a line of references', () => {
  it('follows APA 7', () => {
    expect(citationLine(standard, 'apa')).toBe(
      'International Organization for Standardization. (2019, February). Date and time: representations for information interchange. Part 2: extensions (No. ISO 8601-2:2019). ISO.',
    );
    expect(citationLine(page, 'apa')).toBe(
      'Sanderson, R., Ciccarese, P., & Young, B. (2017, February 23). Web Annotation Data Model. W3C. https://www.w3.org/TR/annotation-model/',
    );
    expect(citationLine(article, 'apa')).toBe(
      'Myers, G. (1999). A fast bit-vector algorithm for approximate string matching. Journal of the ACM, 46(3), 395–415. https://doi.org/10.1145/316542.316550',
    );
    expect(citationLine({ type: 'document', title: 'Untitled table' }, 'apa')).toBe('Untitled table. (n.d.).');
  });

  it('follows GOST R 7.0.100-2018', () => {
    expect(citationLine(page, 'gost')).toBe(
      'Sanderson, R. Web Annotation Data Model / R. Sanderson, P. Ciccarese, B. Young. – Текст : электронный // W3C : [сайт]. – 23.02.2017. – URL: https://www.w3.org/TR/annotation-model/ (дата обращения: 05.01.2026).',
    );
    expect(citationLine(article, 'gost')).toBe(
      'Myers, G. A fast bit-vector algorithm for approximate string matching / G. Myers. – Текст : непосредственный // Journal of the ACM. – 1999. – Т. 46, № 3. – С. 395–415. – DOI 10.1145/316542.316550.',
    );
    expect(citationLine(standard, 'gost')).toContain('. – Geneva : ISO, 2019. – Текст : непосредственный.');
  });

  it('follows GB/T 7714-2015', () => {
    expect(citationLine(article, 'gbt')).toBe(
      'MYERS G. A fast bit-vector algorithm for approximate string matching[J]. Journal of the ACM, 1999, 46(3): 395-415. DOI: 10.1145/316542.316550.',
    );
    expect(citationLine(page, 'gbt')).toBe(
      'SANDERSON R, CICCARESE P, YOUNG B. Web Annotation Data Model[EB/OL]. W3C(2017-02-23)[2026-01-05]. https://www.w3.org/TR/annotation-model/.',
    );
    expect(citationLine(standard, 'gbt')).toContain(
      'ISO 8601-2:2019 Date and time: representations for information interchange. Part 2: extensions[S]. Geneva: ISO, 2019.',
    );
  });
});

describe('a source as CSL', () => {
  it('reads names and dates both ways and keeps what is no plain date as words', () => {
    expect(namesOf('Myers, Gene; Statistics Office')).toEqual([{ family: 'Myers', given: 'Gene' }, { literal: 'Statistics Office' }]);
    expect([dateOf('2023-09-16'), dateOf('2023?'), dateOf('2023/2024')]).toEqual([
      { 'date-parts': [[2023, 9, 16]] },
      { 'date-parts': [[2023]] },
      { literal: '2023/2024' },
    ]);
    expect([edtfOf({ 'date-parts': [[2023, 9]] }), edtfOf({ literal: 'last spring' }), edtfOf(7)]).toEqual(['2023-09', undefined, undefined]);
  });

  it('says what the source says, over what a bibliography said', async () => {
    const { app } = await newWorkbook();
    const id = await pasteSource(app, undefined, { title: 'Web Annotation Data Model', publisher: 'W3C', url: page['URL'] as string });
    await app.ask('sources.readBibliography', { text: JSON.stringify([{ ...page, title: 'Web annotation data model', volume: '1' }]) });
    expect(cslOf(await app.ask('sources.get', { id }))).toMatchObject({
      type: 'webpage',
      title: 'Web Annotation Data Model',
      volume: '1',
      author: page['author'],
    });
  });
});

describe('a bibliography', () => {
  it('is recognised by DOI, address or title, fills what is empty, and makes nothing of the rest', async () => {
    const { app } = await newWorkbook();
    const id = await pasteSource(app, undefined, { title: 'Market digest', publisher: 'Own words' });
    const bibtex =
      '@article{m1, title={{Market Digest}}, author={Myers, Gene}, journal={Journal}, publisher={Other}, year={2024}}\n@book{b, title={Another}}';
    const done = await app.ask('sources.readBibliography', { text: bibtex });
    expect(done).toMatchObject({
      format: 'bibtex',
      matched: [{ sourceId: id, by: 'title', filled: ['author', 'publishedOn'] }],
      unmatched: [{ title: 'Another' }],
    });
    expect(await app.ask('sources.get', { id })).toMatchObject({ author: 'Myers, Gene', publishedOn: '2024', publisher: 'Own words' });
    await app.ask('history.undo', {});
    expect(await app.ask('sources.get', { id })).toMatchObject({ author: null, csl: null });
  });

  it('goes out as CSL-JSON, BibTeX and RIS, each readable again', async () => {
    const { app } = await newWorkbook();
    await pasteSource(app, undefined, { title: 'Обзор рынка', author: 'Myers, Gene', publishedOn: '2024-05-31', url: 'https://example.org/m' });
    for (const format of ['csl', 'bibtex', 'ris'] as const) {
      const { text } = await app.ask('sources.bibliography', { format });
      expect(await app.ask('sources.readBibliography', { text }), format).toMatchObject({ format, matched: [{ by: 'url' }], unmatched: [] });
    }
    const { lines } = await app.ask('sources.cite', { style: 'apa' });
    expect(lines.map((line) => line.text)).toEqual(['Myers, G. (2024, May 31). Обзор рынка. https://example.org/m']);
  });

  it('refuses what it does not understand, and never takes an address for something to fetch', async () => {
    const { app } = await newWorkbook();
    for (const text of ['https://example.org/x.bib', '10.1000/xyz', '{"a":', 'words', '@article{broken'])
      await expect(app.ask('sources.readBibliography', { text }), text).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a bibliography from another program', { tags: ['process'] }, () => {
  it('is read in a child process, and one that stops its reader changes nothing', async () => {
    const made: JobEntry[] = [];
    const fork: ForkChild = (entry, options) => {
      made.push(entry);
      return forkNodeChild(entry, options);
    };
    const text = '@book{x, title={The fee}, author={Writer, A.}}';
    const { app } = await newWorkbook(fork);
    const id = await pasteSource(app, 'Words of it.', { title: 'The fee' });
    expect((await app.ask('sources.readBibliography', { text })).matched).toMatchObject([{ sourceId: id, by: 'title' }]);
    expect(made).toEqual(['bibliography-entry']);

    const dying: ForkChild = (entry, options) => forkNodeChild(entry, { ...options, memoryMb: 1 });
    const poor = (await newWorkbook(dying)).app;
    await pasteSource(poor, 'Words of it.', { title: 'The fee' });
    await expect(poor.ask('sources.readBibliography', { text })).rejects.toMatchObject({
      code: 'unreadable',
      key: 'bibliography.stopped',
    });
    expect((await poor.ask('history.list', {})).total).toBe(1);
  });
});
