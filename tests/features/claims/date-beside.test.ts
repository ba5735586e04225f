import { describe, expect, it } from 'vitest';
import { dateBeside } from '../../../electron/core/features/claims/date-beside.ts';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';

function periodOf(sentence: string, words: string): string | null | undefined {
  const start = [...sentence.slice(0, sentence.indexOf(words))].length;
  return dateBeside(sentence, findMentions(sentence), { start, end: start + [...words].length })?.edtf;
}

/** Each figure of a sentence with the date that a reader would take it to be of. */
const read: readonly (readonly [sentence: string, of: Readonly<Record<string, string>>])[] = [
  ['Output grew from 12% in 2019 to over 30% in 2020, and to 41% in 2021.', { '12%': '2019', '30%': '2020', '41%': '2021' }],
  ['In 2019 the rate stood at 12%, in 2020 at 30%.', { '12%': '2019', '30%': '2020' }],
  [
    'In 2020, the works made 300 trams and repaired 450 buses, against 90 buses in 2018.',
    { '300 trams': '2020', '450 buses': '2020', '90 buses': '2018' },
  ],
  ['The duty was 15% in May 2019 and 18% in June 2020.', { '15%': '2019-05', '18%': '2020-06' }],
  ['Доля выросла с 12 % в 2019 году до 30 % в 2020 году.', { '12 %': '2019', '30 %': '2020' }],
  ['В 2019 году — 12 %, в 2020 году — 30 %.', { '12 %': '2019', '30 %': '2020' }],
  ['2019年为12%，2020年为30%。', { '12%': '2019', '30%': '2020' }],
];

describe('the date of a figure among several', () => {
  it.each(read)('is the one that stands with it: %s', (sentence, of) => {
    expect(Object.fromEntries(Object.keys(of).map((words) => [words, periodOf(sentence, words)]))).toEqual(of);
  });

  it('is the only one wherever it stands, and none where there is none', () => {
    expect(periodOf('The works, which sold 300 trams to two towns and one port, opened in 2017.', '300 trams')).toBe('2017');
    expect(periodOf('The works sold 300 trams.', '300 trams')).toBeUndefined();
  });
});
