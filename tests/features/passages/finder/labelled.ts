// Sentences of our own with what the finder should see in them: [words|label]. A label of a figure is its qualifier (`exact`
// where none stands), its value or `low..high`, its unit and its power of ten: [almost 4.6bn|almost 4.6 USD e9]. A label of a
// date is @ and its bounds, `..` where one is open: [by 2030|@../2030]. Every text was published on the same Wednesday.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { GoldMention, GoldRow } from './gold-scorer.ts';

export const published = '2025-06-18';
const openAt: Readonly<Record<string, 'low' | 'high'>> = { over: 'high', at_least: 'high', under: 'low', at_most: 'low', almost: 'low' };

export function labelledRows(language: 'en' | 'ru' | 'zh'): readonly GoldRow[] {
  const lines = readFileSync(join(import.meta.dirname, 'labelled', `${language}.txt`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, index) => ({ id: `${language}-${index + 1}`, lang: language, published, ...readLine(line) }));
}

export function readLine(line: string): Pick<GoldRow, 'text' | 'mentions'> {
  let text = '';
  const mentions: GoldMention[] = [];
  for (const [, plain = '', words, label = ''] of line.matchAll(/([^[]*)(?:\[([^|\]]+)\|([^\]]+)\])?/gu)) {
    text += plain;
    if (words === undefined) continue;
    const start = [...text].length;
    text += words;
    mentions.push({ start, end: [...text].length, ...(label.startsWith('@') ? dateOf(label.slice(1)) : figureOf(label)) });
  }
  return { text, mentions };
}

function dateOf(label: string): Pick<GoldMention, 'type' | 'earliest' | 'latest'> {
  const [first = '', last = first] = label.split('/');
  const bound = (text: string, which: 'earliest' | 'latest') => (text === '..' ? null : (findPeriod(text)?.[which] ?? `not a date: ${text}`));
  return { type: 'date', earliest: bound(first, 'earliest'), latest: bound(last, 'latest') };
}

function figureOf(label: string): Omit<GoldMention, 'start' | 'end'> {
  const words = label.split(' ');
  const value = words.find((word) => /^-?[\d.]+$/.test(word)) ?? '';
  const [low = '', high = low] = value.split('..');
  const qualifier = words.find((word) => /^[a-z_]{4,}$/.test(word)) ?? (low === high ? 'exact' : 'between');
  const open = openAt[qualifier];
  return {
    type: 'figure',
    low: open === 'low' ? null : low,
    high: open === 'high' ? null : high,
    qualifier,
    unit: words.find((word) => /^[A-Z]+$/.test(word)) ?? null,
    multiplier: Number(words.find((word) => /^e-?\d+$/.test(word))?.slice(1) ?? 0),
  };
}
