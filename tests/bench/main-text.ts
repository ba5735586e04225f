// How well the main text of saved pages is found: the words of each real page against the words that are expected of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { extract } from '../../electron/core/jobs/extract/extract.ts';
import { sharedPath } from '../helpers/shared-material.ts';

export const pagesFolder = sharedPath('real', 'readability');
export const hasPages = existsSync(pagesFolder);

export interface PageScore {
  readonly page: string;
  /** Words in common, twice, over the words of both: 1 is the same words as often. */
  readonly overlap: number;
  readonly isTitleRight: boolean;
  readonly ms: number;
}

export interface MainTextScore {
  readonly pages: readonly PageScore[];
  readonly connections: number;
}

/** `names` chooses among the pages. */
export async function scoreMainText(names: (all: readonly string[]) => readonly string[] = (all) => all): Promise<MainTextScore> {
  const watched = watchConnections();
  try {
    const pages: PageScore[] = [];
    for (const page of names(readdirSync(pagesFolder).toSorted())) pages.push(await scorePage(page));
    return { pages, connections: watched.count() };
  } finally {
    watched.stop();
  }
}

async function scorePage(page: string): Promise<PageScore> {
  const read = (name: string) => readFileSync(join(pagesFolder, page, name));
  const from = performance.now();
  const made = await extract({ name: `${page}.html`, mediaType: 'text/html', bytes: new Uint8Array(read('source.html')) });
  const ms = performance.now() - from;
  const wanted: unknown = JSON.parse(read('expected-metadata.json').toString('utf8')).title;
  return {
    page,
    overlap: overlapOf(words(expectedText(read('expected.html').toString('utf8'))), words(made.text)),
    isTitleRight: (made.title ?? '') === wanted,
    ms,
  };
}

/** All text of the expected part; tags part words. */
function expectedText(html: string): string {
  const { document } = new JSDOM(html).window;
  for (const element of document.querySelectorAll('script, style, noscript')) element.remove();
  const walker = document.createTreeWalker(document.body, 4);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '');
  return pieces.join(' ');
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

export function overlapOf(wanted: readonly string[], found: readonly string[]): number {
  const open = new Map<string, number>();
  for (const word of wanted) open.set(word, (open.get(word) ?? 0) + 1);
  let inCommon = 0;
  for (const word of found) {
    const left = open.get(word) ?? 0;
    if (left > 0) inCommon += 1;
    open.set(word, left - 1);
  }
  return wanted.length + found.length === 0 ? 1 : (2 * inCommon) / (wanted.length + found.length);
}

/** Counts every connection that anything in this process tries to open. */
function watchConnections(): { count(): number; stop(): void } {
  const original = Socket.prototype.connect;
  let count = 0;
  Socket.prototype.connect = function connect(this: Socket, ...args: Parameters<typeof original>) {
    count += 1;
    return original.apply(this, args);
  } as typeof original;
  return {
    count: () => count,
    stop() {
      Socket.prototype.connect = original;
    },
  };
}
