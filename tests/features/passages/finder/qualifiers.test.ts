import { describe, expect, it } from 'vitest';
import { figures } from './shown.ts';

describe('words before and after a number', () => {
  it.each([
    ['over', ['more than 60', 'just over 60', 'upwards of 60'], 'over 60..'],
    ['at_least', ['at least 60', 'no fewer than 60', 'no less than 60', '60 or more'], 'at_least 60..'],
    ['under', ['fewer than 60', 'below 60', 'less than 60'], 'under ..60'],
    ['at_most', ['up to 60', 'no more than 60', 'at most 60', 'not exceeded 60'], 'at_most ..60'],
    ['almost', ['almost 60', 'nearly 60'], 'almost ..60'],
    ['about', ['about 60', 'roughly 60', 'some 60', 'close to 60', 'around 60'], 'about 60'],
  ] as const)('are %s in English', (_name, phrases, expected) => {
    expect(phrases.map((phrase) => figures(`The garage repaired ${phrase} buses.`))).toEqual(
      phrases.map((_phrase) => [expect.stringContaining(` = ${expected}`)]),
    );
  });

  it.each([
    ['over', ['более 60', 'свыше 60', 'чуть более 60'], 'over 60..'],
    ['at_least', ['не менее 60', 'минимум 60', 'не меньше 60'], 'at_least 60..'],
    ['under', ['менее 60', 'меньше 60', 'ниже 60'], 'under ..60'],
    ['at_most', ['не более 60', 'до 60', 'максимум 60'], 'at_most ..60'],
    ['almost', ['почти 60', 'без малого 60'], 'almost ..60'],
    ['about', ['около 60', 'примерно 60', 'порядка 60'], 'about 60'],
  ] as const)('are %s in Russian', (_name, phrases, expected) => {
    expect(phrases.map((phrase) => figures(`Мастерская чинит ${phrase} автобусов.`))).toEqual(phrases.map((phrase) => [`${phrase} = ${expected}`]));
  });

  it.each([
    ['over', ['超过60辆', '逾60辆', '60多辆', '60余辆', '略高于60辆'], 'over 60..'],
    ['at_least', ['至少60辆', '不少于60辆'], 'at_least 60..'],
    ['under', ['不到60辆', '不足60辆', '低于60辆'], 'under ..60'],
    ['at_most', ['最多60辆', '不超过60辆'], 'at_most ..60'],
    ['almost', ['近60辆', '将近60辆'], 'almost ..60'],
    ['about', ['约60辆', '大约60辆', '60辆左右'], 'about 60'],
  ] as const)('are %s in Chinese', (_name, phrases, expected) => {
    expect(phrases.map((phrase) => figures(`修理厂修了${phrase}。`))).toEqual(phrases.map((phrase) => [`${phrase} = ${expected} UNITS`]));
  });

  it('keep the preposition between them and the number', () => {
    expect(figures('Цена упала более чем на 9%.')).toEqual(['более чем на 9% = over 9.. PCT']);
  });

  it('leave the verb outside the mention but bound the number', () => {
    expect(figures('Output exceeded 60 buses.')).toEqual(['60 = over 60..']);
    expect(figures('Выпуск превысил 60 автобусов.')).toEqual(['60 = over 60..']);
  });

  it('do not bound a duration that something took', () => {
    expect(figures('Output fell over three years.')).toEqual(['three = exact 3']);
  });

  it('read Russian "до" after a verb of change as the new level', () => {
    expect([figures('Парк вырос до 60 автобусов.'), figures('Парк вырос на 5%, до 60 автобусов.').at(-1)]).toEqual([
      ['60 = exact 60'],
      '60 = exact 60',
    ]);
  });
});

describe('units', () => {
  it.each([
    ['The gap is 7 percentage points.', '7 percentage points = exact 7 PP'],
    ['The gap is 35 basis points.', '35 basis points = exact 35e-2 PP'],
    ['Разрыв — 7 п.п.', '7 п.п. = exact 7 PP'],
    ['差距为7个百分点。', '7个百分点 = exact 7 PP'],
    ['It cost HK$4.2bn.', 'HK$4.2bn = exact 4.2e9 HKD'],
    ['It cost CNY 4.2 billion.', 'CNY 4.2 billion = exact 4.2e9 CNY'],
    ['It cost 4.2 billion Swiss francs.', '4.2 billion Swiss francs = exact 4.2e9 CHF'],
    ['Это стоило 4,2 млрд белорусских рублей.', '4,2 млрд белорусских рублей = exact 4.2e9 BYN'],
    ['Это стоило 4,2 трлн вон.', '4,2 трлн вон = exact 4.2e12 KRW'],
    ['耗资42亿元人民币。', '42亿元人民币 = exact 42e8 CNY'],
    ['耗资人民币42亿元。', '人民币42亿元 = exact 42e8 CNY'],
    ['The yard holds 300 units.', '300 units = exact 300 UNITS'],
    ['院内停放300台。', '300台 = exact 300 UNITS'],
    ['The mast is 90 km away.', '90 = exact 90'],
    ['Производство — 90 тонн.', '90 = exact 90'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it('give a number its currency when the sentence has just named it', () => {
    expect(figures('Прибыль составила 5,1 млрд руб. против 4,8 млрд в 2023 году.').at(-1)).toBe('4,8 млрд = exact 4.8e9 RUB');
  });
});
