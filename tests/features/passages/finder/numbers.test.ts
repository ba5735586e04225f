import { describe, expect, it } from 'vitest';
import { figures } from './shown.ts';

describe('numbers in digits', () => {
  it.each([
    ['The depot holds 14,250 spare tyres.', '14,250 = exact 14250'],
    ['The depot holds 14 250 spare tyres.', '14 250 = exact 14250'],
    ['Склад вмещает 14\u00a0250 шин.', '14\u00a0250 = exact 14250'],
    ['Цена нефти — 61,4 евро.', '61,4 евро = exact 61.4 EUR'],
    ['仓库存放轮胎14,250条。', '14,250 = exact 14250'],
    ['Der Preis stieg auf 1.234.567 Euro.', '1.234.567 Euro = exact 1234567 EUR'],
    ['Stocks stand at 3.4m barrels.', '3.4m = exact 3.4e6'],
    ['Заказ на 3,4 млн банок.', '3,4 млн = exact 3.4e6'],
    ['库存3400万桶。', '3400万 = exact 3400e4'],
    ['Заказ на 2 млн 300 тыс. банок.', '2 млн 300 тыс. = exact 2.3e6'],
    ['共计1亿5000万份。', '1亿5000万 = exact 150000000'],
    ['Stocks are 1½ times larger.', '1½ times = times 1.5 TIMES'],
    ['Stocks fell by 3/4.', '3/4 = exact 75 PCT'],
    ['The yield is 16.5pc.', '16.5pc = exact 16.5 PCT'],
    ['A 7.5-tonne truck arrived.', '7.5 = exact 7.5'],
    ['Now it is 1 in 12.', '1 in 12 = exact 8.3 PCT'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it('take the comma as the language does', () => {
    expect([figures('Es waren 2,5 Stück.', { language: 'de' }), figures('They were 2,500 strong.', { language: 'en' })]).toEqual([
      ['2,5 = exact 2.5'],
      ['2,500 = exact 2500'],
    ]);
  });
});

describe('numbers in English words', () => {
  it.each([
    ['Seventy-two drivers resigned.', 'Seventy-two = exact 72'],
    ['Two hundred and six drivers resigned.', 'Two hundred and six = exact 206'],
    ['It cost eighty thousand pounds.', 'eighty thousand pounds = exact 80e3 GBP'],
    ['It cost half a billion yen.', 'half a billion yen = exact 0.5e9 JPY'],
    ['The wait is one and a half years.', 'one and a half = exact 1.5'],
    ['A million drivers waited.', 'A million = exact 1e6'],
    ['Three dozen drivers waited.', 'Three dozen = exact 36'],
    ['Tens of thousands of drivers waited.', 'Tens of thousands = between 10..100e3'],
    ['A few hundred drivers waited.', 'A few hundred = between 100..1000'],
    ['It raised billions of euros.', 'billions of euros = between 1..10e9 EUR'],
    ['One dollar buys a stamp.', 'One dollar = exact 1 USD'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });
});

describe('numbers in Russian words', () => {
  it.each([
    ['Уволились семьдесят два водителя.', 'семьдесят два = exact 72'],
    ['Обошлись двумястами шестью водителями.', 'двумястами шестью = exact 206'],
    ['Это стоило восьмидесяти тысяч рублей.', 'восьмидесяти тысяч рублей = exact 80e3 RUB'],
    ['Собрали полмиллиарда иен.', 'полмиллиарда иен = exact 0.5e9 JPY'],
    ['Ждать полтора года.', 'полтора = exact 1.5'],
    ['Нужно два с половиной миллиона тенге.', 'два с половиной миллиона тенге = exact 2.5e6 KZT'],
    ['Пришли три десятка водителей.', 'три десятка = exact 30'],
    ['Пришли десятки тысяч водителей.', 'десятки тысяч = between 10..100e3'],
    ['Пришло несколько тысяч водителей.', 'несколько тысяч = between 1..10e3'],
    ['Миллион водителей ждали.', 'Миллион = exact 1e6'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });
});

describe('numbers in Chinese signs', () => {
  it.each([
    ['七十二名司机辞职。', '七十二 = exact 72'],
    ['两百零六名司机辞职。', '两百零六 = exact 206'],
    ['耗资八万英镑。', '八万英镑 = exact 8e4 GBP'],
    ['筹集一亿五千万日元。', '一亿五千万日元 = exact 150000000 JPY'],
    ['百分之三点五的司机辞职。', '百分之三点五 = exact 3.5 PCT'],
    ['数十万司机等待。', '数十万 = between 10..100e4'],
    ['等待了十几天。', '十几 = between 10..20'],
    ['等待了两三天。', '两三 = between 2..3'],
    ['等待了两年半。', '两年半 = exact 2.5'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });
});

describe('shares and factors in words', () => {
  it.each([
    ['A third of the drivers left.', 'A third = exact 33.3 PCT'],
    ['Two-fifths of the drivers left.', 'Two-fifths = exact 40 PCT'],
    ['Four out of five drivers left.', 'Four out of five = exact 80 PCT'],
    ['Every tenth driver left.', 'Every tenth = exact 10 PCT'],
    ['Nearly half of the drivers left.', 'Nearly half = about 50 PCT'],
    ['Almost a quarter of the drivers left.', 'Almost a quarter = almost ..25 PCT'],
    ['The fleet doubled.', 'doubled = times 2 TIMES'],
    ['The fleet grew thirty-fold.', 'thirty-fold = times 30 TIMES'],
    ['The fleet grew twelvefold.', 'twelvefold = times 12 TIMES'],
    ['The fleet grew sevenfold.', 'sevenfold = times 7 TIMES'],
    ['Ушло две пятых части водителей.', 'две пятых части = exact 40 PCT'],
    ['Ушла почти половина водителей.', 'почти половина = about 50 PCT'],
    ['Ушёл каждый пятый водитель.', 'каждый пятый = exact 20 PCT'],
    ['Парк вырос впятеро.', 'впятеро = times 5 TIMES'],
    ['Парк вырос в 3,5 раза.', '3,5 раза = times 3.5 TIMES'],
    ['五分之二的司机离职。', '五分之二 = exact 40 PCT'],
    ['近一半司机离职。', '近一半 = about 50 PCT'],
    ['六成五的司机离职。', '六成五 = exact 6.5e1 PCT'],
    ['车队规模翻两番。', '翻两番 = times 4 TIMES'],
  ])('are read in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it('are not seen in calendar halves, ordinals and names', () => {
    expect(figures('The second half went well; the third quarter too, in a double-decker.')).toEqual([]);
    expect(figures('Во второй половине дня открылась третья линия.')).toEqual([]);
  });
});
