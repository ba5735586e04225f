// Quotes of real pages after each kind of change: anchored where they are, or said to be lost. No peer: the figures are
// counts. Pages lie beside the checkout.
import { readdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { changes, seeded } from '../features/passages/anchoring/changes.ts';
import { emptyTally, measureChange, randomQuotes } from '../features/passages/anchoring/measure.ts';
import { hasSharedMaterial, readShared, sharedPath } from '../helpers/shared-material.ts';

const quotesPerPage = 10;
const shortestPage = 400;

/** Which of the pages. */
type PagesOf = (names: readonly string[]) => readonly string[];

/** Main texts of the real pages, filler too, and the whole seeds. */
export function realPages(names: PagesOf = (all) => all): string[] {
  const folders = names(readdirSync(sharedPath('real', 'readability')));
  const pages = folders.map((folder) => mainText(readShared('real', 'readability', folder, 'expected.html')));
  const seeds = names(readdirSync(sharedPath('seeds'))).map((name) => readShared('seeds', name));
  return [...pages, ...seeds].map((text) => text.replace(/\r\n?/g, '\n').normalize('NFC')).filter((text) => text.length >= shortestPage);
}

function mainText(html: string): string {
  const { document } = new JSDOM(html).window;
  for (const block of document.querySelectorAll('p, div, li, h1, h2, h3, h4, tr, br, pre, blockquote')) block.append('\n');
  return (document.body.textContent ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

export function measureAnchors(run = 0, names?: PagesOf) {
  const pages = realPages(names);
  const kinds = Object.entries(changes).map(([kind, change]) => {
    const tally = emptyTally();
    for (const [index, text] of pages.entries()) {
      const quotes = randomQuotes(text, quotesPerPage, seeded(7919 * run + index + 1));
      measureChange(text, quotes, change, { seed: 7919 * run + 1000 + index, tally });
    }
    return { kind, ...tally };
  });
  const sum = (key: 'quotes' | 'wrong' | 'unchanged' | 'found') => kinds.reduce((total, one) => total + one[key], 0);
  return {
    name: 'anchors',
    pages: pages.length,
    quotes: sum('quotes'),
    wrong: sum('wrong'),
    unchanged: sum('unchanged'),
    found: sum('found') / sum('unchanged'),
    kinds,
  };
}

export function benchAnchors(run = 0) {
  if (!hasSharedMaterial) throw new Error('The pages are not beside the checkout (../shared).');
  return measureAnchors(run);
}
