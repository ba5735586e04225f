import { describe, expect, it } from 'vitest';
import { read, refusal } from '../../helpers/extracting.ts';
import { makePdf } from '../../helpers/made-pdf.ts';
import { handOver, newWorkbook } from '../../helpers/workbook.ts';

async function add(name: string, content: string | Uint8Array) {
  const { app, files } = await newWorkbook();
  const result = await app.ask('sources.add', { files: [handOver(files, name, content)] });
  return { app, ...result };
}

const windows1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );

describe('adding a file', () => {
  it('refuses an empty file, binary data named as text, and formats that it cannot read, each by its own reason', async () => {
    const binary = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256);
    const outcomes = [
      await add('empty.txt', ''),
      await add('binary.txt', binary),
      await add('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
    ];
    expect(outcomes.map(({ added, refused }) => [added.length, refused[0]?.code])).toEqual([
      [0, 'unreadable'],
      [0, 'unreadable'],
      [0, 'unreadable'],
    ]);
    expect(outcomes[0]!.refused[0]!.why).toEqual({ key: 'errors:reading.empty', params: { name: 'empty.txt' } });
    expect(outcomes[1]!.refused[0]!.why.key).toBe('errors:reading.binary');
  });

  it('refuses a file that is too large before reading it', async () => {
    const { files } = await newWorkbook();
    expect(() => files.open({ name: 'big.txt', mediaType: '', sizeBytes: 200_000_000 })).toThrow(
      expect.objectContaining({ key: 'files.documentTooLarge', details: { name: 'big.txt', sizeBytes: 200_000_000, megabytes: 200, most: 128 } }),
    );
  });

  it('keeps the good files of a batch', async () => {
    const { app, files } = await newWorkbook();
    const { added, refused } = await app.ask('sources.add', {
      files: [handOver(files, 'a.txt', 'Sales rose.'), handOver(files, 'b.txt', ''), handOver(files, 'c.txt', 'Output fell.')],
    });
    expect([added.map((one) => one.title), refused.map((one) => one.file)]).toEqual([['a.txt', 'c.txt'], ['b.txt']]);
    expect((await app.ask('history.list', {})).total).toBe(1);
  });

  it('recognises a file that it holds already, also under another name', async () => {
    const { app, files } = await newWorkbook();
    const first = await app.ask('sources.add', { files: [handOver(files, 'a.txt', 'Sales rose.\n')] });
    const second = await app.ask('sources.add', { files: [handOver(files, 'copy.txt', 'Sales rose.\r\n')] });
    expect(second.added[0]!.duplicateOf).toBe(first.added[0]!.id);
    expect((await app.ask('workbook.info', {})).sources).toBe(1);
  });

  it('reads text without a BOM in the encoding that it is in, and says which', async () => {
    const russian = 'Доля китайских марок на рынке выросла до половины. Продажи новых машин упали, а сбор вырос.';
    const { app, added } = await add('ru.txt', windows1251(russian));
    const source = await app.ask('sources.get', { id: added[0]!.id });
    expect([source.encoding, (await app.ask('sources.text', { id: source.id })).text]).toEqual(['windows-1251', russian]);
    const wide = await add('wide.txt', new Uint8Array(Buffer.from('Sales rose by 12% in 2024.', 'utf16le')));
    expect((await wide.app.ask('sources.text', { id: wide.added[0]!.id })).text).toBe('Sales rose by 12% in 2024.');
  });

  it('normalises line ends and composed letters, and drops the BOM', async () => {
    const { app, added } = await add('a.txt', '\uFEFFCafe\u0301\r\nzwei\rdrei');
    expect((await app.ask('sources.text', { id: added[0]!.id })).text).toBe('Café\nzwei\ndrei');
  });
});

const page = `<!doctype html><html lang="en"><head><title>Fee rises — Example News</title><meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2025-03-04T08:00:00Z"><meta name="author" content="A. Writer"><script>window.hacked = true; document.write('evil')</script></head>
<body><nav><a href="/a">Home</a><a href="/b">Markets</a></nav><article><h1>Fee rises</h1>${'<p>The fee on imported cars went up again this year, and dealers expect fewer sales than in the year before, they say.</p>'.repeat(6)}
<p onclick="steal()">The rate rose by 70 to 85% on 1 October 2024.</p><img src="http://example.com/track.png"></article><footer>Copyright Example News. Subscribe to our newsletter.</footer></body></html>`;

describe('adding a saved page', () => {
  it('keeps the article and what the page says about itself, and lists the furniture that it dropped', async () => {
    const { app, added } = await add('page.html', page);
    const source = await app.ask('sources.get', { id: added[0]!.id });
    const { text } = await app.ask('sources.text', { id: source.id });
    expect(source).toMatchObject({
      publisher: 'Example News',
      author: 'A. Writer',
      publishedOn: '2025-03-04',
      language: 'en',
      mediaType: 'text/html',
    });
    expect(text).toContain('The rate rose by 70 to 85% on 1 October 2024.');
    expect(text).not.toMatch(/evil|hacked|newsletter|Markets/);
    expect(source.dropped.map((one) => one.text).join(' ')).toContain('newsletter');
  });

  it('counts the depth of a page whatever its elements are called, and not what a parser closes by itself', async () => {
    const words = 'Sales rose by 12% in 2024.';
    const deep = ['<x-a>', '<x-a/>', '<a <b>', '<B>', '<div title="<">'].map((mark) => mark.repeat(30_000) + words);
    for (const page of deep)
      expect(await refusal('deep.html', page)).toMatchObject({ code: 'limit', message: expect.stringContaining('1,000 levels deep') });
    const flat = ['<p>a', '<li>a', '<br/>', '<!-- <x> -->', '<script>"<x>"</script>', '<x></x>'].map((mark) => mark.repeat(1500) + words);
    for (const page of [...flat, `<svg>${'<path/>'.repeat(1500)}</svg>${words}`]) expect((await read('flat.html', page)).text).toContain(words);
  });

  it('refuses a PDF that lists its page too often, by number', async () => {
    const many = makePdf([[{ text: 'Sales rose.', y: 72 }]], { listings: 6000 });
    expect(await refusal('many.pdf', many)).toMatchObject({
      code: 'limit',
      message: 'many.pdf has 6,000 pages; Assay reads at most 5,000. It was not added. Split it and add the parts.',
    });
  });

  it('refuses a page nested deeper than any parser takes, at once', async () => {
    const { added, refused } = await add('deep.html', `${'<div>'.repeat(30_000)}Sales rose by 12% in 2024.${'</div>'.repeat(30_000)}`);
    expect([added.length, refused[0]?.code]).toEqual([0, 'limit']);
  });
});
