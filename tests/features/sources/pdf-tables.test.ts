import { describe, expect, it } from 'vitest';
import { withDropCaps } from '../../../electron/core/jobs/extract/pdf/drop-caps.ts';
import type { Glyph } from '../../../electron/core/jobs/extract/pdf/glyphs.ts';
import { type PageItem, type Piece, piecesOf } from '../../../electron/core/jobs/extract/pdf/pieces.ts';
import { linesInReadingOrder } from '../../../electron/core/jobs/extract/pdf/reading-order.ts';
import { mayBeSpaced, withoutSpacing } from '../../../electron/core/jobs/extract/pdf/spaced-letters.ts';
import { withoutCopies } from '../../../electron/core/jobs/extract/pdf/twice.ts';
import { read } from '../../helpers/extracting.ts';
import { makePdf } from '../../helpers/made-pdf.ts';

const size = 10;

function item(text: string, x: number, y: number, more: Partial<PageItem> = {}): PageItem {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 10 : 5), 0);
  return { text, x, y, width, size, isUpright: true, ...more };
}

type Cell = PageItem & { readonly row: number; readonly column: number };

/** The cells of a table that have words, numbers at the right edge of their columns. */
function cellsOf(rows: readonly (readonly string[])[], { x = 72, y = 100, width = 110 } = {}): Cell[] {
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((text, column) => {
      if (text === '') return [];
      const left = item(text, x + width * column, y + 16 * rowIndex);
      const place = /^[\d−-]/.test(text) ? { x: left.x + 60 - left.width } : {};
      return [{ ...left, ...place, row: rowIndex, column }];
    }),
  );
}

const orders: Readonly<Record<string, (cells: readonly Cell[]) => readonly Cell[]>> = {
  'row by row': (cells) => cells,
  'column by column': (cells) => cells.toSorted((a, b) => a.column - b.column || a.row - b.row),
  'labels last': (cells) => [...cells.filter((cell) => cell.column > 0), ...cells.filter((cell) => cell.column === 0)],
  'label after its row': (cells) => cells.toSorted((a, b) => a.row - b.row || (a.column || 99) - (b.column || 99)),
  'from the bottom': (cells) => cells.toReversed(),
  anyhow: (cells) => cells.toSorted((a, b) => ((a.row * 7 + a.column * 5) % 11) - ((b.row * 7 + b.column * 5) % 11)),
};

const textOf = (items: readonly PageItem[]) => linesInReadingOrder(withDropCaps(piecesOf(items))).map((line) => line.text);

describe('a table of a PDF', () => {
  const tables: readonly (readonly (readonly string[])[])[] = [
    [
      ['Brand', 'Unit', 'July'],
      ['Chery', 'cars', '11,895'],
      ['Haval', 'cars', '9,355'],
    ],
    [
      ['Марка', 'Июль', 'Август'],
      ['Лада', '32 446', ''],
      ['Хавейл', '', '9 720'],
      ['Джили', '8 114', '7 355'],
    ],
    [
      ['品牌', '七月', '八月'],
      ['奇瑞', '', '11895'],
      ['哈弗', '', ''],
      ['吉利', '9355', '8114'],
    ],
    [
      ['', '2023', '2024', '2025'],
      ['Export', '', '4,910', ''],
      ['Import', '−120', '', '95'],
    ],
    [
      ['Plant', 'Town', 'Owner'],
      ['North', 'Tula', 'Haval'],
      ['South', 'Kaluga', 'Chery'],
      ['Total', '', ''],
    ],
  ];

  for (const [name, order] of Object.entries(orders))
    it(`has its rows, and its empty cells, when it is drawn ${name}`, () => {
      for (const rows of tables) {
        const wanted = rows.map((row) => row.join('\t').replace(/\t+$/, '')).filter((row) => row.trim() !== '');
        expect(textOf(order(cellsOf(rows)))).toEqual(wanted);
      }
    });

  it('stands where its first cell is drawn, between the paragraphs of the page', () => {
    const prose = (y: number) => item('The association counted the cars that dealers brought to the country in summer', 72, y, { width: 400 });
    const table = orders['column by column']!(cellsOf(tables[0]!, { y: 140 }));
    expect(textOf([prose(100), ...table, prose(220)])).toEqual([
      prose(0).text,
      'Brand\tUnit\tJuly',
      'Chery\tcars\t11,895',
      'Haval\tcars\t9,355',
      prose(0).text,
    ]);
  });

  it('keeps a wide head in the first of its columns', () => {
    const head = item('Sales of cars by dealers, units', 182, 84, { width: 200 });
    expect(textOf([...cellsOf(tables[1]!), head])[0]).toBe('\tSales of cars by dealers, units');
  });

  it('is none where two columns of prose stand beside each other', () => {
    const words = 'Dealers sold fewer cars in spring than before and many of them expect';
    const column = (x: number, from: number) =>
      Array.from({ length: 8 }, (_, at) =>
        item(
          `${words
            .split(' ')
            .slice(at % 4, (at % 4) + 8)
            .join(' ')} ${from + at}`,
          x,
          100 + 14 * at,
          { width: 200 },
        ),
      );
    const [left, right] = [column(72, 10), column(320, 50)];
    expect(textOf([...left, ...right])).toEqual([...left, ...right].map((one) => one.text));
  });

  it('stays apart from the column of prose that it stands beside', () => {
    const prose = Array.from({ length: 12 }, (_, at) =>
      item(`A line of prose with many words, number ${at + 10}`, 330, 92 + 14 * at, { width: 210 }),
    );
    const above = Array.from({ length: 7 }, (_, at) => item(`Another line of prose with many words, ${at + 30}`, 72, 300 + 14 * at, { width: 210 }));
    const table = cellsOf(
      [
        ['Brand', 'July'],
        ['Lada', '324'],
        ['Haval', '111'],
      ],
      { width: 80 },
    );
    expect(textOf([...table, ...above, ...prose]).slice(0, 3)).toEqual(['Brand\tJuly', 'Lada\t324', 'Haval\t111']);
  });

  it('is none where a note stands in the margin of prose', () => {
    const words = 'One line of a paragraph that goes on over the whole width of it';
    const prose = Array.from({ length: 9 }, (_, at) => item(`${words} ${at + 10}`, 72, 100 + 14 * at, { width: 340 }));
    const note = ['in fact a', 'longer note', 'than usual'].map((text, at) => item(text, 440, 128 + 14 * at, { width: 50 }));
    expect(textOf([...prose, ...note])).toEqual([...prose, ...note].map((one) => one.text));
  });

  it('parts two numbers by less than it parts words', () => {
    const pieces = piecesOf([item('Lada', 72, 100), item('120', 100, 100), item('340', 124, 100)]);
    expect(pieces.map((piece) => piece.text)).toEqual(['Lada 120', '340']);
    expect(piecesOf([item('120', 72, 100), item('340', 90, 100)]).map((piece) => piece.text)).toEqual(['120 340']);
  });
});

describe('words of a PDF that are drawn in parts', () => {
  it('are one line again, whenever the parts are drawn', () => {
    const parts = [item('Sales rose to ', 72, 100), item('95,000', 142, 100), item(' cars in July', 172, 100)];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
    ])
      expect(textOf(order.map((at) => parts[at]!))).toEqual(['Sales rose to 95,000 cars in July']);
  });

  it('are read once where they are drawn twice', () => {
    for (const [dx, dy] of [
      [0, 0],
      [0.4, 0],
      [0.5, 0.5],
      [0, 1],
    ]) {
      const items = [item('Всего 95 000', 72, 100), item('Всего 95 000', 72 + dx!, 100 + dy!)];
      expect(withoutCopies(items).length).toBe(1);
    }
    expect(withoutCopies([item('95', 72, 100), item('95', 90, 100), item('95', 72, 114)]).length).toBe(3);
  });

  it('begin with the letter that is set large before them', () => {
    for (const [letter, first] of [
      ['D', 'ealers sold 95,000 cars'],
      ['Д', 'илеры продали 95 000'],
      ['经', '销商售出9.5万辆'],
    ]) {
      const cap = item(letter!, 72, 124, { size: 34, width: 24 });
      const lines = [item(first!, 98, 100), item('in the second line', 98, 112), item('in the third line', 98, 124)];
      expect(textOf([cap, ...lines])[0]).toBe(letter! + first!);
    }
    const big: Piece[] = [{ text: 'A', x: 72, y: 80, right: 96, size: 34, isUpright: true }];
    expect(withDropCaps(big)).toEqual(big);
  });
});

describe('letters that are set apart', () => {
  /** Glyphs of a text, with a space between letters; a blank is a space that is drawn. */
  function glyphs(text: string, spacing: number): Glyph[] {
    let x = 72;
    return [...text].map((character) => {
      const width = character === ' ' ? 2.8 : character > '\u2e80' ? 10 : 5.5;
      const glyph = { text: character, x, right: x + width, y: 100, size: 10 };
      x += width + spacing;
      return glyph;
    });
  }
  const drawn = (text: string, spacing: number) => {
    const all = glyphs(text, spacing);
    const items = [item([...text.replaceAll(' ', '')].join(' '), 72, 100, { width: all.at(-1)!.right - 72 })];
    return mayBeSpaced(items) ? withoutSpacing(items, all).map((one) => one.text) : items.map((one) => one.text);
  };

  it('are words and numbers', () => {
    const texts = [
      'MARKET REVIEW',
      'Sales rose to 95000 cars',
      'TOTAL 118950',
      'ОБЗОР РЫНКА',
      'Всего продано 118 950',
      '市场回顾',
      '总计 118950',
      'Q3 2024',
      'Отчёт за июль',
    ];
    for (const text of texts) for (const spacing of [1.2, 2, 4]) expect(drawn(text, spacing), `${text} ${spacing}`).toEqual([text]);
  });

  it('are no words where each is a number of its own', () => {
    const columns = '12345'.split('').map((digit, at) => item(digit, 72 + 40 * at, 100, { width: 5 }));
    expect(
      withoutSpacing(
        columns,
        columns.map(({ text, x }) => ({ text, x, right: x + 5, y: 100, size: 10 })),
      ),
    ).toEqual(columns);
    const typed = [...'1 2 3 4 5'].map((text, at) => ({ text, x: 72 + 4 * at, right: 72 + 4 * at + 4, y: 100, size: 10 }));
    const axis = [item('1 2 3 4 5', 72, 100, { width: 36 })];
    expect(withoutSpacing(axis, typed)).toEqual(axis);
  });
});

describe('a line of a PDF that ends with a hyphen', () => {
  it('goes on in the next, however short it is, and keeps the hyphen of a compound', async () => {
    const lines = [
      'Imports rose in the month; the govern-',
      'ment spoke of a well-known and short-',
      'term effect, and the 2023-',
      '2024 season was left out of the plan of',
      'the Russian-',
      'Chinese venture.',
    ];
    const page = lines.map((text, at) => ({ text, y: 100 + 14 * at }));
    const { text } = await read('a.pdf', makePdf([[{ text: 'A line that is as long as all the others of the page can ever be.', y: 86 }, ...page]]));
    expect(text).toContain('the government spoke of a well-known and short-term effect, and the 2023-2024 season');
    expect(text).toContain('the Russian-Chinese venture');
  });
});

describe('the heads of a table that goes on over pages', () => {
  it('are rows on each of them, unlike the head of the page', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { text: 'Market review', y: 30 },
      ...['Brand', 'Unit', 'July'].map((text, at) => ({ text, x: 72 + 120 * at, y: 80 })),
      ...[0, 1, 2].flatMap((row) =>
        [`Lada ${number}${row}`, 'cars', `${number}${row}0`].map((text, at) => ({ text, x: 72 + 120 * at, y: 96 + 16 * row })),
      ),
    ]);
    const { text, dropped } = await read('a.pdf', makePdf(pages));
    expect(text.match(/Brand\tUnit\tJuly/g)?.length).toBe(4);
    expect(dropped.map((one) => one.text)).toEqual(['Market review']);
  });
});
