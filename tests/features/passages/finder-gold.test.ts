import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';
import { type GoldRow, Tally } from './finder/gold-scorer.ts';

const shared = process.env.ASSAY_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const goldFile = join(shared, 'facts', 'finder-gold-open.jsonl');
const goals = { recall: 0.97, precision: 0.95, valueExactness: 0.97 };

function goldRows(language: string): readonly GoldRow[] {
  const lines = readFileSync(goldFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as GoldRow).filter((row) => row.lang === language);
}

describe('the finder on annotated sentences', () => {
  if (!existsSync(goldFile)) {
    it.skip(`needs the annotated sentences, which are not here: ${goldFile} (set ASSAY_SHARED to their folder)`, () => undefined);
    return;
  }

  it.each(['en', 'ru', 'zh'])('reaches recall 0.97, precision 0.95 and value exactness 0.97 in %s', (language) => {
    const tally = new Tally();
    for (const { text, published, mentions } of goldRows(language)) tally.add(mentions, findMentions(text, { language, publishedOn: published }));
    const { recall, precision, valueExactness } = tally.score();
    expect(recall).toBeGreaterThanOrEqual(goals.recall);
    expect(precision).toBeGreaterThanOrEqual(goals.precision);
    expect(valueExactness).toBeGreaterThanOrEqual(goals.valueExactness);
  });

  it('loses recall when figures are taken away, so that the score can fail', () => {
    const tally = new Tally();
    for (const { text, published, mentions } of goldRows('en')) {
      tally.add(
        mentions,
        findMentions(text, { publishedOn: published }).filter((mention) => mention.type === 'date'),
      );
    }
    expect(tally.score().recall).toBeLessThan(goals.recall);
  });
});
