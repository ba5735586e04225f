import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, languageOf, mentionSchema, readQuantity } from '../../../../shared/features/passages/finder/index.ts';

const pieces = fc.constantFrom(
  ...[
    '1',
    '2024',
    '12,5',
    '%',
    ' ',
    '\n',
    '.',
    '-',
    '–',
    '(',
    '$',
    'million',
    ' тыс.',
    '万',
    '三',
    '成',
    'from ',
    'to ',
    'и ',
    'до ',
    '2025-06-01',
    'May ',
    'января ',
    '年',
    '月',
    'half ',
    'вдвое',
    '😀',
    '№',
    'Q1',
    '０',
    'constructor',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
);

describe('findMentions', () => {
  it('never throws, and reports sound mentions whose words stand where it says', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const points = [...sample];
        let last = 0;
        for (const mention of findMentions(sample, { publishedOn: '2025-06-18' })) {
          expect(mentionSchema.safeParse(mention).success).toBe(true);
          expect(points.slice(mention.start, mention.end).join('')).toBe(mention.exact);
          expect(mention.start).toBeGreaterThanOrEqual(last);
          last = mention.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('counts code points, not UTF-16 units', () => {
    const [mention] = findMentions('🚌🚌 40 buses');
    expect([mention?.start, mention?.end, mention?.exact]).toEqual([3, 5, '40']);
  });

  it('reads a sentence that was wrapped over two lines', () => {
    const [mention] = findMentions('The number of riders on the night service rose by\nmore than 12% after the change.');
    expect([mention?.exact, mention?.change]).toEqual(['more than 12%', 'percent']);
  });

  it('keeps the cells of a table apart', () => {
    expect(findMentions('Buses\t40\t500\nTrams\t12\t300').map((mention) => mention.exact)).toEqual(['40', '500', '12', '300']);
  });

  it('gives the same mentions wherever a sentence stands', () => {
    const sentence = 'Fares rose 4% in 2021.';
    const alone = findMentions(sentence).map((mention) => mention.exact);
    const repeated = findMentions(`${sentence}\n`.repeat(50)).map((mention) => mention.exact);
    expect(repeated).toEqual(Array.from({ length: 50 }, () => alone).flat());
  });
});

describe('languageOf', () => {
  it.each([
    ['The buses of the town are late.', 'en'],
    ['Автобусы города опаздывают.', 'ru'],
    ['Автобуси міста спізнюються.', 'uk'],
    ['城市公交车晚点。', 'zh'],
    ['バスは遅れています。', 'ja'],
    ['Die Busse der Stadt sind nicht pünktlich und das ist schade.', 'de'],
    ['Les bus de la ville sont en retard et pour longtemps.', 'fr'],
    ['12 345', 'und'],
  ])('takes %j for %s', (sample, language) => {
    expect(languageOf(sample)).toBe(language);
  });
});

describe('readQuantity', () => {
  it('reads the selection with the help of its sentence', () => {
    const sentence = 'Ridership fell by more than 15% in May 2021, the depot said.';
    expect(readQuantity('more than 15%', { sentence })).toEqual({
      quantity: { low: null, high: '-15', qualifier: 'under', unit: 'PCT', multiplier: 0, change: 'percent' },
      period: { edtf: '2021-05', earliest: '2021-05-01', latest: '2021-05-31', basis: null },
      original: 'more than 15%',
    });
  });

  it('prefers a date inside the selection', () => {
    const sentence = 'After 2019, ridership reached 4m in 2021.';
    expect(readQuantity('reached 4m in 2021', { sentence }).period?.edtf).toBe('2021');
  });

  it('gives the basis of a relative date', () => {
    expect(readQuantity('4m riders last year', { publishedOn: '2022' }).period).toEqual({
      edtf: '2021',
      earliest: '2021-01-01',
      latest: '2021-12-31',
      basis: "'last year' in a text of 2022",
    });
  });

  it('finds nothing in words without a number', () => {
    expect(readQuantity('no numbers here')).toEqual({ quantity: null, period: null, original: null });
  });
});
