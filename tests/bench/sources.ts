// Figures of bringing sources in: main text of real pages, real PDFs, encodings of generated texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { forkNodeChild } from '../../electron/core/jobs/child.ts';
import { extract } from '../../electron/core/jobs/extract/extract.ts';
import { createDocumentReader } from '../../electron/core/jobs/reader.ts';
import { AppError } from '../../shared/errors.ts';
import { chineseSentences, japaneseSentences, russianSentences, traditionalSentences } from '../features/sources/sentences.ts';
import { needsSharedMaterial, sharedPath } from '../helpers/shared-material.ts';
import type { BenchFigure } from './bench.ts';
import { hasPages, scoreMainText } from './main-text.ts';

export async function benchSources(): Promise<readonly BenchFigure[]> {
  return [...(await mainText()), ...(await pdfs()), ...(await encodings())];
}

async function mainText(): Promise<BenchFigure[]> {
  if (!hasPages) return [skipped('main text of pages')];
  const { pages, connections } = await scoreMainText();
  const overlaps = pages.map((page) => page.overlap).toSorted((a, b) => a - b);
  const share = (isSo: (page: (typeof pages)[number]) => boolean) => pages.filter(isSo).length / pages.length;
  const below = pages.filter((page) => page.overlap < 0.9).map((page) => `${page.page} ${page.overlap.toFixed(3)}`);
  return [
    figure('main text: median overlap', overlaps[Math.floor(overlaps.length / 2)]!, 0.95, { pages: pages.length }),
    figure(
      'main text: share of pages at 0.90 or more',
      share((page) => page.overlap >= 0.9),
      0.95,
      { below },
    ),
    figure(
      'main text: share of right titles',
      share((page) => page.isTitleRight),
      0.9,
      { wrong: pages.filter((page) => !page.isTitleRight).map((page) => page.page) },
    ),
    { ...figure('main text: connections opened', connections, 0), ok: connections === 0 },
  ];
}

/** Each PDF through the child process with its caps: text, or words that say why not. */
async function pdfs(): Promise<BenchFigure[]> {
  const folder = sharedPath('real', 'pdf');
  if (!existsSync(folder)) return [skipped('PDFs')];
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  const reader = createDocumentReader(forkNodeChild);
  const outcomes = { text: 0, said: 0, unclear: 0 };
  for (const name of names) {
    try {
      const { text, warnings } = await reader.read({ name, mediaType: '', bytes: new Uint8Array(readFileSync(join(folder, name))) });
      if (text.trim() !== '') outcomes.text += 1;
      else if (warnings.some((warning) => /warning\.(onlyPictures|pagesWithoutText)$/.test(warning.key))) outcomes.said += 1;
      else outcomes.unclear += 1;
    } catch (error) {
      if (error instanceof AppError && error.code !== 'unexpected') outcomes.said += 1;
      else outcomes.unclear += 1;
    }
  }
  reader.close();
  return [
    figure('PDFs: share with text or a clear reason', (names.length - outcomes.unclear) / names.length, 1, { ...outcomes, files: names.length }),
  ];
}

const samples: readonly (readonly [string, string, readonly string[]])[] = [
  ['windows-1251', 'cp1251', russianSentences],
  ['koi8-r', 'koi8-r', russianSentences],
  ['ibm866', 'cp866', russianSentences],
  ['gb18030', 'gb18030', chineseSentences],
  ['big5', 'big5', traditionalSentences],
  ['shift_jis', 'shift_jis', japaneseSentences],
  ['utf-16le', 'utf-16le', russianSentences],
  ['utf-16be', 'utf-16be', chineseSentences],
];

/** Texts of 200 characters from every place of the sentences, in order and with every step between them. */
async function encodings(): Promise<BenchFigure[]> {
  let right = 0;
  let texts = 0;
  for (const [encoding, written, sentences] of samples) {
    for (let step = 1; step < sentences.length; step += 1) {
      for (let from = 0; from < sentences.length; from += 1) {
        const text = Array.from({ length: 12 }, (_, index) => sentences[(from + index * step) % sentences.length])
          .join(' ')
          .slice(0, 200);
        const made = await extract({ name: 'a.txt', mediaType: '', bytes: new Uint8Array(iconv.encode(text, written, { addBOM: false })) });
        texts += 1;
        if (made.encoding === encoding) right += 1;
      }
    }
  }
  return [figure('encodings: share told right, texts of 200 characters', right / texts, 1, { texts })];
}

function figure(name: string, value: number, goal: number, more: Readonly<Record<string, unknown>> = {}): BenchFigure {
  return { name, value, goal, ok: value >= goal, ...more };
}

function skipped(name: string): BenchFigure {
  return { name, value: 0, goal: 0, ok: false, skipped: needsSharedMaterial };
}
