import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ForkChild, forkNodeChild, type JobEntry } from '../../../electron/core/jobs/child.ts';
import { languageName } from '../../../renderer/ui/languages.ts';
import { withoutPageParts } from '../../../shared/features/sources/saved-pages.ts';
import { makePdf } from '../../helpers/made-pdf.ts';
import { figure, handOver, newWorkbook, pasteSource } from '../../helpers/workbook.ts';
import { russianSentences } from './sentences.ts';

const text = russianSentences.slice(0, 4).join(' ');
const bytes = new Uint8Array(iconv.encode(text, 'cp1251'));

describe('a look at a file before it is added', () => {
  it('shows text, encoding and what the document says of itself, and stores nothing', async () => {
    const { app, files } = await newWorkbook();
    const handle = handOver(files, 'fee.md', '---\nauthor: A. Writer\n---\n# Fee in autumn\n\nIt rose by 70%.');
    const preview = await app.ask('sources.preview', { file: handle });
    expect(preview).toMatchObject({ name: 'fee.md', title: 'Fee in autumn', author: 'A. Writer', encoding: 'utf-8', duplicateOf: null });
    expect(preview.start).toContain('It rose by 70%.');
    expect((await app.ask('workbook.info', {})).sources).toBe(0);
    expect((await app.ask('sources.add', { files: [handle] })).added[0]!.title).toBe('Fee in autumn');
  });

  it('shows the file in another encoding, and adds it in that one', async () => {
    const { app, files } = await newWorkbook();
    const handle = handOver(files, 'a.txt', bytes);
    const [detected, chosen] = [
      await app.ask('sources.preview', { file: handle }),
      await app.ask('sources.preview', { file: handle, encoding: 'koi8-r' }),
    ];
    expect([detected.encoding, detected.start, chosen.encoding]).toEqual(['windows-1251', text, 'koi8-r']);
    expect(chosen.start).not.toBe(text);
    const { added } = await app.ask('sources.add', { files: [handle], encoding: 'koi8-r' });
    expect((await app.ask('sources.text', { id: added[0]!.id })).text).toBe(chosen.start);
  });

  it('is read by a child process once, however often it is looked at before it is added', async () => {
    const made: JobEntry[] = [];
    const fork: ForkChild = (entry, options) => {
      made.push(entry);
      return forkNodeChild(entry, options);
    };
    const { app, files } = await newWorkbook(fork);
    const report = makePdf([[{ text: 'Sales rose.', y: 72 }]]);
    const handle = handOver(files, 'report.pdf', report);
    await app.ask('sources.preview', { file: handle });
    await app.ask('sources.preview', { file: handle });
    const { added } = await app.ask('sources.add', { files: [handle] });
    expect([(await app.ask('sources.text', { id: added[0]!.id })).text, made]).toEqual(['Sales rose.', ['extract-entry']]);
    await app.ask('sources.add', { files: [handOver(files, 'again.pdf', report)] });
    expect(made).toEqual(['extract-entry', 'extract-entry']);
  });

  it('names the source that is the same', async () => {
    const { app, files } = await newWorkbook();
    const id = await pasteSource(app, 'Sales rose.');
    expect((await app.ask('sources.preview', { file: handOver(files, 'a.txt', 'Sales rose.') })).duplicateOf).toBe(id);
  });
});

describe('reading a source again in another encoding', () => {
  it('changes its text, and can be undone', async () => {
    const { app, files } = await newWorkbook();
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'a.txt', bytes)], encoding: 'koi8-r' });
    const id = added[0]!.id;
    await app.ask('sources.reread', { id, encoding: 'windows-1251' });
    expect([(await app.ask('sources.text', { id })).text, (await app.ask('sources.get', { id })).encoding]).toEqual([text, 'windows-1251']);
    await app.ask('history.undo', {});
    expect((await app.ask('sources.get', { id })).encoding).toBe('koi8-r');
  });

  it('takes the passages of its claims along, and is refused where the file itself says how it is written', async () => {
    const { app, files } = await newWorkbook();
    const report = 'The office says that output grew by 12% in spring and that it expects as much for autumn. Сбор вырос.';
    const mixed = new Uint8Array(iconv.encode(report, 'cp1251'));
    const handles = [handOver(files, 'a.txt', mixed), handOver(files, 'b.pdf', makePdf([[{ text: 'Sales rose.', y: 72 }]]))];
    const { added } = await app.ask('sources.add', { files: [handles[0]!], encoding: 'koi8-r' });
    const id = added[0]!.id;
    await app.ask('claims.capture', { claims: [figure(id, 'grew by 12%')] });
    expect(await app.ask('sources.reread', { id, encoding: 'windows-1251' })).toMatchObject({ counts: { same: 1, moved: 0, changed: 0, lost: 0 } });
    expect((await app.ask('sources.text', { id })).text).toBe(report);
    const pdf = (await app.ask('sources.add', { files: [handles[1]!] })).added[0]!.id;
    await expect(app.ask('sources.reread', { id: pdf, encoding: 'koi8-r' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { field: 'encoding' },
    });
  });
});

describe('the files of a saved page', () => {
  it('are no sources of their own; folders of other names are', () => {
    const paths = ['a/page.html', 'a/page_files/logo.svg', 'a/page_files/x/ad.html', 'a/other_files/notes.txt', 'b.htm', 'b.files/c.css'];
    expect(withoutPageParts(paths)).toEqual({
      kept: ['a/page.html', 'a/other_files/notes.txt', 'b.htm'],
      parts: ['a/page_files/logo.svg', 'a/page_files/x/ad.html', 'b.files/c.css'],
    });
  });
});

describe('a language that cannot be told', () => {
  it('is not known, whether the finder or the user says so', async () => {
    const { app, files } = await newWorkbook();
    const [told, untold] = [handOver(files, 'ru.txt', text), handOver(files, 'digits.txt', '12 345 + 6')];
    expect((await app.ask('sources.preview', { file: untold })).language).toBeNull();
    const { added } = await app.ask('sources.add', { files: [told, untold] });
    expect(added.map((one) => one.language)).toEqual(['ru', null]);
    expect((await app.ask('sources.update', { id: added[0]!.id, patch: { language: 'und' } })).language).toBeNull();
  });
});

describe('the name of a language', () => {
  it('is that of the screen, the code where it has none, and nothing where it is not known', () => {
    expect(['ru', 'zh-Hans', 'x-made-up', 'und', null].map((code) => languageName(code, 'en'))).toEqual([
      'Russian',
      'Simplified Chinese',
      'x-made-up',
      undefined,
      undefined,
    ]);
  });
});
