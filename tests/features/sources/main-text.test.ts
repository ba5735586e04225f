import { describe, expect, it } from 'vitest';
import { hasPages, overlapOf, scoreMainText } from '../../bench/main-text.ts';
import { read } from '../../helpers/extracting.ts';
import { shareOf } from '../../helpers/share.ts';
import { needsSharedMaterial } from '../../helpers/shared-material.ts';

const paragraph = 'The fee on imported cars went up again this year, and dealers expect fewer sales than in the year before, they say.';
const page = (body: string, head = '') => `<html lang="en"><head><title>Fee rises</title>${head}</head><body>${body}</body></html>`;
const article = (inner: string) => `<article><h1>Fee rises</h1>${inner}${`<p>${paragraph}</p>`.repeat(6)}</article>`;

describe('the main text of a page', () => {
  it('lists what it left out by the place where it stood', async () => {
    const { text, dropped } = await read(
      'a.html',
      page(
        `<nav><a href="/">Markets</a></nav><div class="cookie-consent">We use cookies.</div>${article('')}<div class="related-stories"><a href="/x">A tariff falls</a></div>
         <div id="comments">Great article!</div><footer>All rights reserved.</footer><script>document.title = 'evil'</script><img src="http://example.com/a.png">`,
      ),
    );
    expect(text.startsWith('Fee rises\n\nThe fee on imported cars')).toBe(true);
    expect(dropped.map(({ what, text: words }) => `${what}: ${words}`)).toEqual([
      'menu: Markets',
      'cookie notice: We use cookies.',
      'links to other articles: A tariff falls',
      'comments: Great article!',
      'page footer: All rights reserved.',
      'scripts, not run: 1',
      'pictures: 1',
    ]);
  });

  it('leaves out links to the next article and a byline that stands there twice', async () => {
    const head = '<meta name="author" content="By Anna Writer">';
    const { text, author, dropped } = await read(
      'a.html',
      page(
        article('<p>Anna Writer, 4 March</p><p>Read also: <a href="/y">Another tariff falls this week</a></p>').replace(
          '</article>',
          '<p>Anna Writer, 4 March</p></article>',
        ),
        head,
      ),
    );
    expect(author).toBe('Anna Writer');
    expect(text.match(/Anna Writer/g)).toHaveLength(1);
    expect(text).not.toContain('Another tariff');
    expect(dropped.map((one) => one.what)).toEqual(['links to other articles', 'repeated title or byline']);
  });

  it('keeps a paragraph that says the same again', async () => {
    expect((await read('a.html', page(article('')))).text.split(paragraph)).toHaveLength(7);
  });

  it('reads a table of data row by row and a table that only places prose as prose', async () => {
    const rows = '<table><tr><th>Brand</th><th>Sales</th></tr><tr><td><p>Lada</p></td><td>324</td></tr></table>';
    expect((await read('a.html', page(article(rows)))).text).toContain('Brand\tSales\nLada\t324');
    const placed = `<table><tr><td>${`<p>${paragraph}</p>`.repeat(5)}</td><td>${`<p>${paragraph}</p>`.repeat(5)}</td></tr></table>`;
    expect((await read('a.html', page(placed))).text).not.toContain('\t');
  });

  it('takes the date that the page states, and none that can be read in two ways', async () => {
    const published = async (head: string) => (await read('a.html', page(article(''), head))).publishedOn;
    const linked =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fee rises","datePublished":"2025-03-04T08:00:00+03:00"}</script>';
    expect([
      await published(linked),
      await published('<meta name="pubdate" content="4 March 2025">'),
      await published('<meta name="date" content="03/04/2025">'),
    ]).toEqual(['2025-03-04', '2025-03-04', null]);
  });

  it('takes a page of 50 MB that is mostly pictures, and refuses one that is not, at once', { tags: ['large'] }, async () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(50_000_000)}">`;
    expect((await read('a.html', page(article('') + picture))).text).toContain(paragraph);
    await expect(read('b.html', page('<p>word </p>'.repeat(4_200_000)))).rejects.toMatchObject({
      code: 'limit',
      key: 'reading.htmlTooLarge',
      details: { name: 'b.html' },
    });
  });
});

describe('the main text of real pages', () => {
  if (!hasPages) {
    it.skip(needsSharedMaterial, () => undefined);
    return;
  }

  it('has the expected words and titles, and nothing is fetched', { tags: ['large'] }, async () => {
    const { pages, connections } = await scoreMainText((names) => shareOf(names, 3));
    const overlaps = pages.map((one) => one.overlap).toSorted((a, b) => a - b);
    expect(overlaps[Math.floor(overlaps.length / 2)]).toBeGreaterThanOrEqual(0.95);
    expect(overlaps.filter((overlap) => overlap >= 0.9).length / pages.length).toBeGreaterThanOrEqual(0.95);
    expect(pages.filter((one) => one.isTitleRight).length / pages.length).toBeGreaterThanOrEqual(0.9);
    expect(connections).toBe(0);
  });

  it('scores low where words are missing (control)', () => {
    expect(overlapOf(['a', 'b', 'c', 'd'], ['a', 'b'])).toBeCloseTo(2 / 3);
    expect(overlapOf(['a'], ['a'])).toBe(1);
  });
});
