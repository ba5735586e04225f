import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorText } from '../../../../shared/features/passages/anchor.ts';
import { reanchor } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import { compareVersions } from '../../../../shared/features/passages/anchoring/versions.ts';
import { measureAnchors } from '../../../bench/anchors.ts';
import { isWhole, shareOf } from '../../../helpers/share.ts';
import { hasSharedMaterial, needsSharedMaterial } from '../../../helpers/shared-material.ts';
import { changes, seeded } from './changes.ts';
import { emptyTally, measureChange, randomQuotes } from './measure.ts';

const sampleFolder = new URL('../../../../resources/sample/', import.meta.url);
const pages = readdirSync(sampleFolder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(name, sampleFolder), 'utf8').normalize('NFC'));

function moved(old: string, fresh: string, quote: string) {
  const start = [...old.slice(0, old.indexOf(quote))].length;
  const result = reanchor(compareVersions(anchorText(old), anchorText(fresh)), { start, end: start + [...quote].length });
  return result.state === 'lost' ? ['lost', result.proposals.map((one) => one.exact)] : [result.state, result.place.exact];
}

const report = 'The yearly report came out in May. Sales of new cars came to 1,160 thousand in 2024. Prices rose by 14.5 % over the year.';

describe('a passage in a newer text', () => {
  it('is the same where only typesetting changed: spaces, quotes, dashes, ligatures, soft and line-end hyphens', () => {
    const old = 'He said "the official figure" was 70-85 % in the first half – a finding of note.';
    const fresh = 'He  said “the offi\u00adcial\u00a0ﬁgure” was 70–85% in the first half - a find-\ning of note.';
    expect(moved(old, fresh, '"the official figure" was 70-85 %')).toEqual(['moved', '“the offi\u00adcial\u00a0ﬁgure” was 70–85%']);
    expect(moved(old, fresh, 'a finding of note')).toEqual(['same', 'a find-\ning of note']);
  });

  it('is changed, not lost, where figures of the sentences around it changed with its own', () => {
    const told = (before: string, own: string, after: string) =>
      `The northern yards took on staff in ${before}. The ferries carried ${own} passengers over the straits in the summer season. Fares rose by ${after} per cent.`;
    const quote = (own: string) => `The ferries carried ${own} passengers over the straits in the summer season.`;
    expect(moved(told('2021', '4,150', '11'), told('2023', '4,380', '14'), quote('4,150'))).toEqual(['changed', quote('4,380')]);
    const elsewhere = `Nobody counted. ${quote('4,380')} It was told so.`;
    expect(moved(told('2021', '4,150', '11'), elsewhere, quote('4,150'))[0]).toBe('lost');
  });

  it('keeps its turn among copies of its paragraph, and waits for the analyst where copies came, went or moved', () => {
    const filler = 'The plant kept its plan for the year and said nothing of the rate that it had named.';
    const [first, second, third] = [
      'Spring was quiet for every dealer in the north.',
      'Summer brought rain and few buyers.',
      'In autumn nobody asked for cars.',
    ];
    const old = [first, filler, second, filler, third].join('\n');
    expect(moved(old, [first, 'A line was put in.', filler, second, filler, third].join('\n'), 'kept its plan')).toEqual(['moved', 'kept its plan']);
    expect(moved(old, [first, 'A line was put in.', filler, second, third].join('\n'), 'kept its plan')).toEqual(['lost', expect.anything()]);
    expect(moved(old, [third, filler, second, filler, first].join('\n'), 'kept its plan')[0]).toBe('lost');
    expect(moved(old, ['A line was put in.', first, filler, second, filler, third].join('\n'), 'kept its plan')).toEqual(['moved', 'kept its plan']);
    expect(moved(old, [second, filler, third, filler, first].join('\n'), 'kept its plan')[0]).toBe('lost');
    expect(moved(old, [second, filler, third, filler, first].join('\n'), 'brought rain')).toEqual(['moved', 'brought rain']);
  });

  it('is changed when a figure in it differs, however little', () => {
    expect(moved(report, report.replace('14.5', '14.6'), 'rose by 14.5 % over')).toEqual(['changed', 'rose by 14.6 % over']);
    expect(moved(report, report.replace('14.5', '9'), '14.5 %')).toEqual(['changed', '9 %']);
    expect(moved(report, report.replace('1,160', '1.160'), 'came to 1,160 thousand')).toEqual(['changed', 'came to 1.160 thousand']);
  });

  it('is changed when its number became part of a longer one', () => {
    expect(moved(report, report.replace('14.5', '14.52'), 'Prices rose by 14.5')).toEqual(['changed', 'Prices rose by 14.52']);
    expect(moved(report, report.replace('1,160', '21,160'), '1,160 thousand in 2024')).toEqual(['changed', '21,160 thousand in 2024']);
    expect(moved(report, report.replace('14.5', '-14.5'), '14.5 % over')).toEqual(['changed', '-14.5 % over']);
    expect(moved(report, report.replace('14.5', '14.5²'), 'rose by 14.5')[0]).not.toBe('lost');
  });

  it('does not go to the same words about another year', () => {
    const old = 'In 2022 sales were 100 units.\nIn 2023 sales were 120 units.';
    expect(moved(old, 'In 2023 sales were 100 units.\nIn 2022 sales were 120 units.', 'sales were 100')[0]).toBe('lost');
    expect(moved(old, 'In 2023 sales were 120 units.', 'sales were 100')[0]).toBe('lost');
  });

  it('waits where half of its surroundings went one way and half another', () => {
    const lines = (...names: string[]) => names.map((name) => `+ Added ${name}`).join('\n');
    const old = `The mill can be set apart for every season of the year\n${lines('a third wheel of oak that turns by wind', 'a bell', 'a gate')}`;
    const fresh = `${lines('a gate', 'a third wheel of oak that turns by wind')}\nThe mill can be set apart for every season of the year\n${lines('a bell')}`;
    expect(moved(old, fresh, 'Added')[0]).toBe('lost');
    expect(moved(old, fresh, 'a third wheel of oak')).toEqual(['moved', 'a third wheel of oak']);
  });

  it('is lost when its paragraph went, though its words stand elsewhere', () => {
    const old = 'North: the share was over 50 % at the end.\nSouth: the count was over 50 % of homes.';
    expect(moved(old, 'South: the count was over 50 % of homes.', 'over 50 %')[0]).toBe('lost');
  });

  it('stays where its paragraph was doubled, and where all its copies stand as before', () => {
    const [first, second] = ['One line about wages and their rise.', 'Another line: wages rose by 7 % in all.'];
    expect(moved(`${first}\n${second}\nThe end of it.`, `${first}\n${second}\n${second}\nThe end of it.`, 'rose by 7 %')[0]).toBe('same');
    expect(moved('a b\na b\na b', 'x\na b\na b\na b', 'a b')[0]).not.toBe('same');
  });

  it('follows a sentence that moved, in any script', () => {
    const old = '第一段讲政策。出口量在2024年达到116万辆，同比增长。第二段讲价格。';
    expect(moved(old, '第二段讲价格。第一段讲政策。出口量在2024年达到116万辆，同比增长。', '达到116万辆')).toEqual(['moved', '达到116万辆']);
    expect(moved(old, old.replace('116', '117'), '达到116万辆')).toEqual(['changed', '达到117万辆']);
  });

  it('is nowhere wrong and nearly always found after sixteen kinds of change to the sample (control: a reader of first hits is wrong)', () => {
    const tally = emptyTally();
    const naive = emptyTally();
    for (const [index, text] of pages.entries()) {
      const quotes = randomQuotes(text, 10, seeded(index + 1));
      for (const change of Object.values(changes)) measureChange(text, quotes, change, { seed: index + 50, tally });
      for (const change of Object.values(changes)) measureChange(text, quotes, change, { seed: index + 50, tally: naive, anchor: firstHit });
    }
    expect(tally).toMatchObject({ wrong: 0, examples: expect.any(Array) });
    expect(tally.found / tally.unchanged).toBeGreaterThanOrEqual(0.98);
    expect(naive.wrong).toBeGreaterThan(20);
  });

  it('never calls other words the same, whatever the two texts are', () => {
    const words = fc.array(fc.constantFrom('sales', 'rose', 'to', '14', '15', '%', 'in', '2024', '出口', 'доля', '.', '\n'), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (a, b, from, length) => {
        const [old, fresh] = [a.join(' '), b.join(' ')];
        const start = from % old.length;
        const end = Math.min(old.length, start + 1 + (length % 30));
        const result = reanchor(compareVersions(anchorText(old), anchorText(fresh)), { start, end });
        if (result.state === 'lost') return;
        expect(fresh.slice(result.place.start, result.place.end)).toBe(result.place.exact);
        const digits = (text: string) => text.replace(/\D/g, '');
        if (result.state !== 'changed') expect(digits(result.place.exact)).toBe(digits(old.slice(start, end)));
      }),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(!hasSharedMaterial)(`quotes of real pages after each kind of change (${needsSharedMaterial})`, { tags: ['large'] }, () => {
  it('are at no wrong place, and those unchanged are found', () => {
    const { wrong, found, quotes } = measureAnchors(0, (names) => shareOf(names, 8));
    expect(quotes).toBeGreaterThan(isWhole ? 5000 : 600);
    expect(wrong).toBe(0);
    expect(found).toBeGreaterThanOrEqual(0.98);
  });
});

function firstHit(versions: ReturnType<typeof compareVersions>, { start, end }: { readonly start: number; readonly end: number }) {
  const exact = versions.old.points.slice(start, end);
  const unit = versions.fresh.text.indexOf(exact);
  if (unit < 0) return { state: 'lost' as const, proposals: [] };
  const at = versions.fresh.points.toPoints(unit);
  return { state: 'moved' as const, place: { start: at, end: at + [...exact].length, exact, prefix: '', suffix: '', score: 100 } };
}
