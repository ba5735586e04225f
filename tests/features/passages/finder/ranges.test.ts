import { describe, expect, it } from 'vitest';
import { changes, figures } from './shown.ts';

describe('ranges', () => {
  it.each([
    ['Fares rise by 4–6%.', '4–6% = between 4..6 PCT'],
    ['Fares rise by 4% to 6%.', '4% to 6% = between 4..6 PCT'],
    ['Fares vary from 4% to 6%.', 'from 4% to 6% = between 4..6 PCT'],
    ['Fares are between 4 and 6 euros.', 'between 4 and 6 euros = between 4..6 EUR'],
    ['The order is worth $4–6bn.', '$4–6bn = between 4..6e9 USD'],
    ['It took two or three days.', 'two or three = between 2..3'],
    ['Скидка от 4 до 6%.', 'от 4 до 6% = between 4..6 PCT'],
    ['Заказ на 4–6 млрд рублей.', '4–6 млрд рублей = between 4..6e9 RUB'],
    ['折扣为4%至6%。', '4%至6% = between 4..6 PCT'],
    ['订单额为40亿—60亿元。', '40亿—60亿元 = between 40..60e8 CNY'],
    ['Fares rise by 1.5-1.7%.', '1.5-1.7% = between 1.5..1.7 PCT'],
    ['A fleet of 10-12.5 mln units is planned.', '10-12.5 mln units = between 10..12.5e6 UNITS'],
    ['Заказ на 1,2-1,25 млн рублей.', '1,2-1,25 млн рублей = between 1.2..1.25e6 RUB'],
    ['库存约40万-45万辆。', '约40万-45万辆 = between 40..45e4 UNITS'],
  ])('are one figure in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it('bring two scales to the smaller one', () => {
    expect(figures('Between 900 thousand and 1.2 million riders came.')).toEqual(['Between 900 thousand and 1.2 million = between 900..1200e3']);
  });
});

describe('movements', () => {
  it.each([
    ['Fares rose from 4% to 6%.', ['4% = exact 4 PCT', '6% = exact 6 PCT']],
    ['Доля выросла с 4 до 6%.', ['4 = exact 4 PCT', '6% = exact 6 PCT']],
    ['占比从4%提高到6%。', ['4% = exact 4 PCT', '6% = exact 6 PCT']],
    ['The margin went from −4% to +6%.', ['−4% = exact -4 PCT', '+6% = exact 6 PCT']],
  ])('are two figures in %s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('changes', () => {
  it.each([
    ['Ridership fell 7%.', ['percent down']],
    ['Ridership dropped below 7 million.', ['level']],
    ['Доля упала ниже 7%.', ['level']],
    ['Ridership rose 7% in May and 8% in June.', ['percent up', 'percent up']],
    ['Ridership rose 7% and 8% of the riders left.', ['percent up', 'level']],
    ['Перевозки выросли на 7% в мае и на 8% в июне.', ['percent up', 'percent up']],
    ['Ridership fell to 7%.', ['level']],
    ['Ridership was up by 7 points of share, a rate of 3%.', ['points up', 'level']],
    ['Ridership grew threefold.', ['factor up']],
    ['Riders numbered 700 fewer than before.', ['absolute down']],
    ['Пассажиров стало на 7% больше.', ['percent up']],
    ['Поток снизился на 700 тыс. человек.', ['absolute down']],
    ['Поток снизился до 700 тыс. человек.', ['level']],
    ['客流下降7%。', ['percent down']],
    ['客流降至7%。', ['level']],
    ['客流减少700人。', ['absolute down']],
  ])('are told from levels in %s', (text, expected) => {
    expect(changes(text)).toEqual(expected);
  });
});
