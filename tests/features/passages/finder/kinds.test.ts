// Sentences of our own for each kind of fault that texts of other fields showed. Each must be read to the last mention: what is
// found, where, and what it says; decoys are sentences without any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMentions, type Mention } from '../../../../shared/features/passages/finder/index.ts';
import { type GoldMention, Tally } from './gold-scorer.ts';
import { published, readLine } from './labelled.ts';

const folder = join(import.meta.dirname, 'labelled', 'kinds');

interface Case {
  readonly language: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

function casesOf(kind: string): readonly Case[] {
  const lines = readFileSync(join(folder, kind), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [language = '', sentence = ''] = line.split('\t');
    return { language, ...readLine(sentence) };
  });
}

function isReadRight({ language, text, mentions }: Case): boolean {
  const found = findMentions(text, { language, publishedOn: published });
  return mentions.length === 0 || found.length === 0 ? mentions.length === found.length : isWhole(mentions, found);
}

function isWhole(mentions: readonly GoldMention[], found: readonly Mention[]): boolean {
  const tally = new Tally();
  tally.add(mentions, found);
  const { recall, precision, valueExactness } = tally.score();
  return recall === 1 && precision === 1 && valueExactness === 1;
}

describe('the finder on kinds that texts get it wrong by', () => {
  it.each(readdirSync(folder))('reads every sentence of %s', (kind) => {
    expect(casesOf(kind).filter((one) => !isReadRight(one))).toEqual([]);
  });

  it('has sentences in three languages for each kind', () => {
    for (const kind of readdirSync(folder)) expect(new Set(casesOf(kind).map(({ language }) => language)).size).toBe(3);
  });

  it('sees a sentence that is read wrong (control)', () => {
    const [first, second] = casesOf('money.txt');
    expect(isReadRight({ ...first!, mentions: second!.mentions })).toBe(false);
  });
});
