import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finderVersion, findMentions } from '../../../../shared/features/passages/finder/index.ts';
import { Tally } from './gold-scorer.ts';
import { labelledRows } from './labelled.ts';

const languages = ['en', 'ru', 'zh'] as const;
const goal = 0.98;

/** What the finder of this version sees in these sentences. Another digest needs another version: kept results are then looked for again. */
const seen = { version: 3, digest: '2e236029121af3b1' };

describe('the finder on sentences of our own', () => {
  it.each(languages)('finds what stands there, nothing else, and reads it right, in %s', (language) => {
    const tally = new Tally();
    for (const { text, published, mentions } of labelledRows(language)) tally.add(mentions, findMentions(text, { language, publishedOn: published }));
    const { recall, precision, valueExactness } = tally.score();
    expect(Math.min(recall, precision, valueExactness)).toBeGreaterThanOrEqual(goal);
  });

  it('is measured against at least 140 sentences a language (control: labels moved by one sentence are not met)', () => {
    for (const language of languages) {
      const rows = labelledRows(language);
      expect(rows.length).toBeGreaterThanOrEqual(140);
      const tally = new Tally();
      for (const [index, { text }] of rows.entries()) tally.add(rows[(index + 1) % rows.length]!.mentions, findMentions(text, { language }));
      expect(tally.score().recall).toBeLessThan(0.3);
    }
  });

  it('has a new version when it sees something else', () => {
    const found = languages.flatMap((language) =>
      labelledRows(language).map(({ text, published }) => findMentions(text, { language, publishedOn: published })),
    );
    const digest = createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 16);
    expect({ version: finderVersion, digest }).toEqual(seen);
  });
});
