// The period that a sentence gives a selected figure: null where the sentence has dates, but none is the figure's own.
import { describe, expect, it } from 'vitest';
import { chooseDate } from '../../../electron/core/features/claims/date-beside.ts';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';

function periodOf(sentence: string, words: string): string | null {
  const start = [...sentence.slice(0, sentence.indexOf(words))].length;
  const mentions = findMentions(sentence, { publishedOn: '2025-06-18' });
  return chooseDate(sentence, mentions, { start, end: start + [...words].length }).date?.edtf ?? null;
}

type Row = readonly [sentence: string, words: string, period: string | null];

const compared: readonly Row[] = [
  ['Exports in May rose 4.2% from April.', '4.2%', '2025-05'],
  ['Output was 310 kt in Q1 2025, up 5% on Q1 2024.', '5%', '2025-Q1'],
  ['Revenue reached $3.1bn vs $2.8bn in Q2 2024.', '$3.1bn', null],
  ['Revenue reached $3.1bn vs $2.8bn in Q2 2024.', '$2.8bn', '2024-Q2'],
  ['In 2024 yields were 6.1 t/ha, against 5.8 t/ha in 2023.', '6.1', '2024'],
  ['In 2024 yields were 6.1 t/ha, against 5.8 t/ha in 2023.', '5.8', '2023'],
  ['Stocks are 12% below the level of 2019.', '12%', null],
  ['Traffic fell 3% compared with the same period of 2024.', '3%', null],
  ['Sales in March were 40,000, more than in March 2024.', '40,000', '2025-03'],
  ['Добыча в мае выросла на 2,1% к маю 2024 г.', '2,1%', '2025-05'],
  ['Импорт составил 5 млн т против 4 млн т в 2023 году.', '5 млн', null],
  ['Импорт составил 5 млн т против 4 млн т в 2023 году.', '4 млн', '2023'],
  ['Цены в апреле 2025 г. были на 9% выше уровня апреля 2024 г.', '9%', '2025-04'],
  ['По сравнению с 2021 годом посевы сократились на 7%.', '7%', null],
  ['Выбросы снизились на 30% относительно 1990 года.', '30%', null],
  ['5月销量为3.2万辆，比去年同期下降4%。', '4%', '2025-05'],
  ['2024年产量较2023年增长5.1%。', '5.1%', '2024'],
  ['一季度收入与去年一季度相比减少2亿元。', '2亿元', '2025-Q1'],
  ['煤价比2022年低12%。', '12%', null],
];

const lastSeen: readonly Row[] = [
  ['The rate stood at 3.4%, the lowest since 2009.', '3.4%', null],
  ['In May the rate was 3.4%, its highest since 2009.', '3.4%', '2025-05'],
  ['Доля составила 41%, что является максимумом с 2015 года.', '41%', null],
  ['Запасы упали до 12 млн т впервые с 2019 г.', '12 млн', null],
  ['失业率为5.2%，为2020年以来最低。', '5.2%', null],
  ['4月出口320亿美元，创2021年以来新高。', '320亿美元', '2025-04'],
];

const ofOther: readonly Row[] = [
  ['The mill, opened in 1987, employs 1,200 people.', '1,200', null],
  ['The pact of 3 May 2021 caps imports at 400,000 tonnes.', '400,000', null],
  ['The agency said on 3 June that orders had reached 5,100.', '5,100', null],
  ['The ministry said on Tuesday exports fell 5% in April.', '5%', '2025-04'],
  ['Завод, построенный в 1974 году, выпускает 30 тыс. насосов.', '30 тыс.', null],
  ['Закон от 5 мая 2014 г. ввёл сбор в 12%.', '12%', null],
  ['1958年建成的电厂装机容量为60万千瓦。', '60万', null],
  ['公司6月3日公告，5月销量为4.1万辆。', '4.1万', '2025-05'],
];

const listed: readonly Row[] = [
  ['Margins were 12.3 %, 11.8 % and 10.1 % in 2022, 2023 and 2024 respectively.', '11.8 %', '2023'],
  ["H2'23 and H1'24 sales were $1.1bn and $1.3bn.", '$1.1bn', '2023-S2'],
  ['In Q1, Q2 and Q3 2024 it shipped 10, 12 and 15 thousand sets.', '15 thousand', '2024-Q3'],
  ['In 2022, 2023 and 2024 it paid 4 million.', '4 million', null],
  ['За 2024 г. и 1К25 получено 8 и 2 млрд руб. соответственно.', '8', '2024'],
  ['2021、2022、2023年分别为3、4、5家。', '4', '2022'],
];

const remarks: readonly Row[] = [
  ['Reserves: $1,234.5 million (30 June 2024: $1,102.3 million).', '$1,234.5 million', null],
  ['Reserves: $1,234.5 million (30 June 2024: $1,102.3 million).', '$1,102.3 million', '2024-06-30'],
  ['Урожайность — 34,5 ц/га (в 2024 г. — 31,2 ц/га).', '34,5', null],
  ['营收3.2亿元（2023年为2.9亿元）。', '3.2亿元', null],
  ['1Q25 output was 3.2bn (-1.1% y/y), 2Q25 output 3.4bn.', '-1.1%', '2025-Q1'],
  ['In 2024 plants ran at 62% vs. 58% a year ago.', '58%', null],
  ['В 2024 году убыток составил 5 млн руб. против 2 млн руб. годом ранее.', '2 млн руб.', null],
  ['2024年净亏损3.2亿元，上年同期净利润1.1亿元。', '1.1亿元', null],
  ['Debt was 113 % of GDP in 2024, 2.9 p.p. higher than a year earlier.', '2.9 p.p.', '2024'],
  ['Imports for the same period of 2024 were 5 million.', '5 million', null],
  ['上半年为4家，去年同期为3家。', '3', null],
  ['A box costs $4,200, five times the 2019 average.', '$4,200', null],
  ['24H1利润3.1亿元，25Q1为1.2亿元，环比增长5%。', '5%', '2025-Q1'],
];

const elsewhere: readonly Row[] = [
  ['In 2024 it earned $4.2bn, compared with $3.9bn.', '$3.9bn', null],
  ['In 2024 it earned $4.2bn, compared with $3.9bn.', '$4.2bn', '2024'],
  ['В 2024 году убыток составил 5 млн руб. против 2 млн руб.', '2 млн руб.', null],
  ['Unemployment, which peaked at 14.7% in April 2020, is now 4.2%.', '4.2%', null],
  ['Unemployment, which peaked at 14.7% in April 2020, is now 4.2%.', '14.7%', '2020-04'],
  ['Founded in 1932, the mill employs 1,200 people.', '1,200', null],
  ['Основанный в 1932 году завод нарастил выпуск на 7%.', '7%', null],
  ['Безработица, которая в 2020 году достигала 6%, сейчас 2,3%.', '2,3%', null],
  ['失业率2020年4月为6%，目前为5%。', '5%', null],
];

const cut: readonly Row[] = [
  ['По состоянию на 1 марта 2025 г. остаток составил 18,4 млрд куб. м газа.', '18,4 млрд', '2025-03-01'],
  ['За январь–май 2025 г. перевезено 367,6 млн т, на 4,9% меньше.', '4,9%', '2025-01/2025-05'],
  ['In FY2024 St. Mary’s spent Rs. 500 crore.', 'Rs. 500 crore', '2024'],
];

describe('the period proposed for a figure', () => {
  it.each(compared)('is not what it is compared with: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(lastSeen)('is not when a level was last seen: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(ofOther)('is not the date of a thing that is named or of what was said: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(listed)('is the one that stands in its place of a list: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(remarks)('is not that of a remark, nor of a time told only by its distance: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(elsewhere)('is not that of another clause: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it.each(cut)('is found across abbreviations: %s (%s)', (sentence, words, period) => {
    expect(periodOf(sentence, words)).toBe(period);
  });

  it('is left open between two dates that stand as near, and both are told', () => {
    const sentence = 'May 2024 saw 300 sold, June 2024 more.';
    const near = 'April 2024: 300 :June 2024.';
    const read = (text: string) => chooseDate(text, findMentions(text), { start: text.indexOf('300'), end: text.indexOf('300') + 3 });
    expect(read(sentence).date?.edtf).toBe('2024-05');
    expect(read(near).passedOver.map(({ edtf }) => edtf)).toEqual(['2024-06', '2024-04']);
  });
});
