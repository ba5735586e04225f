import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../../shared/features/passages/finder/index.ts';
import { dates } from './shown.ts';

describe('dates in full', () => {
  it.each([
    ['The line opened on 4 March 2021.', '4 March 2021 = 2021-03-04'],
    ['The line opened on Thursday, March 4, 2021.', 'Thursday, March 4, 2021 = 2021-03-04'],
    ['The line opened on 04.03.2021.', '04.03.2021 = 2021-03-04'],
    ['The line opened on 2021-03-04.', '2021-03-04 = 2021-03-04'],
    ['The line opened on 14/03/2021.', '14/03/2021 = 2021-03-14'],
    ['The line opened in Sept 2021.', 'Sept 2021 = 2021-09'],
    ['The line opened in the second quarter of 2021.', 'second quarter of 2021 = 2021-Q2'],
    ['The line opened in H2 2021.', 'H2 2021 = 2021-S2'],
    ['Riders in the first nine months of 2021.', 'first nine months of 2021 = 2021-01/2021-09'],
    ['Riders in February–April 2021.', 'February–April 2021 = 2021-02/2021-04'],
    ['Riders in Feb–Apr 2021.', 'Feb–Apr 2021 = 2021-02/2021-04'],
    ['Riders in 2018–2021.', '2018–2021 = 2018/2021'],
    ['Riders in 2020/21.', '2020/21 = 2020/2021'],
    ['Riders in fiscal 2021.', 'fiscal 2021 = 2021'],
    ['Riders in the 1980s.', '1980s = 1980/1989'],
    ['The line opened in autumn 2021.', 'autumn 2021 = 2021-23'],
    ['Линию открыли 4 марта 2021 года.', '4 марта 2021 года = 2021-03-04'],
    ['Линию открыли во II квартале 2021 г.', 'II квартале 2021 г. = 2021-Q2'],
    ['Линию открыли во втором полугодии 2021 года.', 'втором полугодии 2021 года = 2021-S2'],
    ['Пассажиры за 9 месяцев 2021 года.', '9 месяцев 2021 года = 2021-01/2021-09'],
    ['Пассажиры с 2018 по 2021 год.', 'с 2018 по 2021 год = 2018/2021'],
    ['Линию открыли в 1980-е годы.', '1980-е годы = 1980/1989'],
    ['地铁于2021年3月4日开通。', '2021年3月4日 = 2021-03-04'],
    ['地铁于2021年第二季度开通。', '2021年第二季度 = 2021-Q2'],
    ['地铁于2021年下半年开通。', '2021年下半年 = 2021-S2'],
    ['2021年前9个月的客流。', '2021年前9个月 = 2021-01/2021-09'],
    ['2018—2021年的客流。', '2018—2021年 = 2018/2021'],
    ['Пассажиры (2021): все.', '2021 = 2021'],
    ['Пассажиры за 9М2021.', '9М2021 = 2021-01/2021-09'],
    ['Линию открыли 04.03.21.', '04.03.21 = 2021-03-04'],
    ['Riders doubled in 2020-21.', '2020-21 = 2020/2021'],
    ['Пассажиры в январе-августе 2021 года.', 'январе-августе 2021 года = 2021-01/2021-08'],
    ['Пассажиры в янв.-февр. 2021 г.', 'янв.-февр. 2021 г. = 2021-01/2021-02'],
    ['Пассажиры за 8 мес. 2021 г.', '8 мес. 2021 г. = 2021-01/2021-08'],
    ['Пассажиры в I-III кварталах 2021 года.', 'I-III кварталах 2021 года = 2021-01/2021-09'],
    ['It closed between March and mid-June 2021.', 'between March and mid-June 2021 = 2021-03/2021-06-20~'],
    ['地铁于20世纪80年代开通。', '20世纪80年代 = 1980/1989'],
  ])('are read in %s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it('share one 年 in a list', () => {
    expect(dates('2019、2020和2021年的客流。')).toEqual(['2019 = 2019', '2020 = 2020', '2021年 = 2021']);
  });

  it('do not include a day that does not exist', () => {
    expect(dates('The line opened on 31 June 2021.')).not.toContain('31 June 2021 = 2021-06-31');
  });
});

describe('words that bound a date', () => {
  it.each([
    ['It closes by 2029.', 'by 2029 = ../2029'],
    ['It closes before 2029.', 'before 2029 = ../2028'],
    ['It runs through 31 May 2029.', 'through 31 May 2029 = ../2029-05-31'],
    ['It has run since May 2019.', 'since May 2019 = 2019-05/..'],
    ['It runs from 1 May to 30 June 2029.', 'from 1 May to 30 June 2029 = 2029-05-01/2029-06-30'],
    ['It closed between May 2019 and June 2020.', 'between May 2019 and June 2020 = 2019-05/2020-06'],
    ['It closed in early 2019.', 'early 2019 = 2019-01~/2019-04~'],
    ['It closed in mid-2019.', 'mid-2019 = 2019-05~/2019-08~'],
    ['It closes by the end of 2029.', 'by the end of 2029 = ../2029'],
    ['Закроют к 2029 году.', 'к 2029 году = ../2029'],
    ['Работает с мая 2019 года.', 'с мая 2019 года = 2019-05/..'],
    ['Закрыли в конце 2019 года.', 'конце 2019 года = 2019-09~/2019-12~'],
    ['По сравнению с 2019 годом стало лучше.', '2019 годом = 2019'],
    ['到2029年关闭。', '到2029年 = ../2029'],
    ['自2019年5月起运行。', '自2019年5月起 = 2019-05/..'],
    ['2029年5月31日前有效。', '2029年5月31日前 = ../2029-05-31'],
    ['2019年一季度末关闭。', '2019年一季度末 = 2019-02-28~/2019-03-31~'],
    ['2019年底关闭。', '2019年底 = 2019-09~/2019-12~'],
  ])('give %s its bounds', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });
});

describe('relative dates', () => {
  it.each([
    ['It closed last year.', 'last year =* 2024'],
    ['It closes next month.', 'next month =* 2025-07'],
    ['It closed yesterday.', 'yesterday =* 2025-06-17'],
    ['It closed on Thursday.', 'Thursday =* 2025-06-12'],
    ['It will close on Thursday.', 'Thursday =* 2025-06-19'],
    ['It closed in October.', 'October =* 2024-10'],
    ['It will close in October.', 'October =* 2025-10'],
    ['It closes by the end of the year.', 'by the end of the year =* ../2025'],
    ['Закрыли в прошлом году.', 'прошлом году =* 2024'],
    ['Закрыли в октябре.', 'октябре =* 2024-10'],
    ['Закроют в октябре.', 'октябре =* 2025-10'],
    ['Закроют на следующей неделе.', 'следующей неделе =* 2025-06-23/2025-06-29'],
    ['去年关闭。', '去年 =* 2024'],
    ['上周四关闭。', '上周四 =* 2025-06-12'],
    ['今年第一季度关闭。', '今年第一季度 =* 2025-Q1'],
  ])('count from the source date in %s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ['Decree No. 88 of 4 March 2013 ends on 1 July.', '1 July =* 2025-07-01'],
    ['Приказ № 88 от 04.03.2013 отменят до 1 июля.', 'до 1 июля =* ../2025-07-01'],
  ])('do not take the year of a decree in %s', (text, expected) => {
    expect(dates(text)[1]).toBe(expected);
  });

  it('borrow the year of an earlier date in the sentence', () => {
    expect(dates('It closed in March 2022 and reopened in May.').at(-1)).toBe('May =* 2022-05');
  });

  it('move with the source date and say what they counted from', () => {
    const read = (publishedOn: string) => findMentions('It closed last year.', { publishedOn })[0];
    expect([read('2020')?.edtf, read('2031-01-01')?.edtf, read('2020')?.basis]).toEqual(['2019', '2030', "'last year' in a text of 2020"]);
  });

  it('stay open in a source without a date', () => {
    const [mention] = findMentions('It closed last year.');
    expect(mention).toMatchObject({
      exact: 'last year',
      edtf: null,
      earliest: null,
      latest: null,
      relative: true,
      basis: "'last year', source undated",
    });
  });

  it('are not seen in comparisons that name no date', () => {
    expect(dates('It was worse than a year earlier, as in recent years and in that week.')).toEqual([]);
    expect(dates('Это хуже, чем годом ранее, как и в последние годы.')).toEqual([]);
    expect(dates('比上年同期差，近年来一直如此。')).toEqual([]);
  });
});

describe('years and counts', () => {
  it('are told apart by the words around them', () => {
    expect(dates('The depot bought 2019 buses.')).toEqual([]);
    expect(dates('The depot opened in 2019.')).toEqual(['2019 = 2019']);
    expect(dates('The 2019 timetable was better.')).toEqual(['2019 = 2019']);
    expect(dates('В депо 2019 автобусов.')).toEqual([]);
  });
});
