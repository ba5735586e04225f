import { describe, expect, it } from 'vitest';
import { figures } from './shown.ts';

describe('numbers that name', () => {
  it.each([
    'The Kestrel 9 and the Falcon 12 Max were shown.',
    'The R18 engine and the 6x6 drive meet Euro-4.',
    'See article 31, chapter 8 and pages 14–16.',
    'Decree No. 88 and form 7 were withdrawn.',
    'Version 3.2.1 runs on a 4G network.',
    'The FTSE 250 and the Nikkei 225 closed higher.',
    'Ring +44 20 7946 0958 or take route 66.',
    'Flight BA 117 leaves at 10:45.',
    'The fourth-largest operator ran a two-door bus.',
    'One of the drivers said one should wait.',
    'Release 1.2-1.25.3 follows code 12-34-56.',
    '二期工程已开工。',
    'Our garage is at 40 Mill Lane.',
    'Показали «Сокол 9» и Kestrel 12 Max.',
    'Статья 31, глава 8, страницы 14–16.',
    'Приказ № 88 и форма 7 отменены.',
    'Рейс 117 вылетает в 10:45, трасса М-7 закрыта.',
    'Одна из машин сломалась, третья ждёт.',
    '第31条和第8章，第14页。',
    '隼9和K12同台亮相。',
    '中证1000指数收高，4G网络升级。',
    '一家车行说，一辆车坏了。',
  ])('are no figures in %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it.each([
    ['The depot ordered 300 buses.', '300 = exact 300'],
    ['They signed a 12-year lease.', '12 = exact 12'],
    ['A 600-km line was laid.', '600 = exact 600'],
    ['Six repair bays are empty.', 'Six = exact 6'],
    ['Подписали 12-летний договор.', '12 = exact 12'],
    ['两个车间空置。', '两 = exact 2'],
    ['The Kestrel 9 Max took two prizes.', 'two = exact 2'],
    ['Skip the Kestrel Pro Max by two lengths.', 'two = exact 2'],
  ])('do not hide the count in %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });
});
