import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/extracting.ts';

/** What a file of separated values says, cells apart by |. */
async function rowsOf(...lines: string[]) {
  const { text, warnings } = await read('a.csv', `${lines.join('\n')}\n`);
  return { rows: text.split('\n').map((line) => line.replaceAll('\t', '|')), warnings };
}

const head = 'brand;town;cars';
const rest = ['Lada;Tula;10', 'Haval;Perm;20', 'Omoda;Ufa;30'];

describe('a quote that encloses no cell', () => {
  const lines: readonly (readonly [line: string, cells: string])[] = [
    ['"Mir" Avto;Kazan;5', '"Mir" Avto|Kazan|5'],
    ['Salon "Vostok";Kazan;5', 'Salon "Vostok"|Kazan|5'],
    ['Salon "Vostok;Kazan;5', 'Salon "Vostok|Kazan|5'],
    ['Zapad";Kazan;5', 'Zapad"|Kazan|5'],
    ['"South;Kazan;5', '"South|Kazan|5'],
    ['"ООО "Восток";Казань;5', '"ООО "Восток"|Казань|5'],
    ['ООО "Восток" (бывш. "Запад");Казань;5', 'ООО "Восток" (бывш. "Запад")|Казань|5'],
    ['"Заря" ЗАО;"Казань";5', '"Заря" ЗАО|Казань|5'],
    ['"奇瑞"汽车;喀山;5', '"奇瑞"汽车|喀山|5'],
    ['奇瑞"汽车;喀山;5', '奇瑞"汽车|喀山|5'],
    ['wheel 17";Kazan;5', 'wheel 17"|Kazan|5'],
    ['";Kazan;5', '"|Kazan|5'],
    ['Kia;"Kazan" (centre);5', 'Kia|"Kazan" (centre)|5'],
    ['Kia;Kazan;"5', 'Kia|Kazan|"5'],
    ['"He said "buy; now";Kazan;5', 'He said "buy; now|Kazan|5'],
    ['"a "b" c";Kazan;5', 'a "b" c|Kazan|5'],
  ];

  it('is a character, and the rows after it stay rows', async () => {
    for (const [line, cells] of lines) {
      const { rows, warnings } = await rowsOf(head, rest[0]!, line, ...rest.slice(1));
      const [first, second, ...others] = [head, ...rest].map((row) => row.replaceAll(';', '|'));
      expect(rows, line).toEqual([first, second, cells, ...others]);
      if (line.includes('"') && /(^|;)"/.test(line)) expect(warnings.join(' '), line).toContain('quotation mark');
    }
  });

  it('does not take in rows up to the next such quote, however far it is', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `Lada;Tula;${at}`);
    for (const [open, close] of [
      ['"South;Ufa;1', 'Center";Ufa;2'],
      ['"Юг;Уфа;1', 'Центр";Уфа;2'],
      ['"南方;乌法;1', '中心";乌法;2'],
      ['Kia;"Ufa;1', 'Kia;Ufa";2'],
    ]) {
      const { rows, warnings } = await rowsOf(head, ...many, open!, ...many, close!, ...many);
      expect([rows.length, rows[61], rows[122]]).toEqual([183, open!.replaceAll(';', '|'), close!.replaceAll(';', '|')]);
      expect(warnings.join(' ')).toContain('row 62');
    }
  });

  it('is read in the rows of every separator', async () => {
    for (const separator of [',', '|', '\t']) {
      const { text } = await read('a.csv', [head, '"Mir" Avto;Kazan;5', ...rest].join('\n').replaceAll(';', separator));
      expect(text.split('\n')[1]).toBe('"Mir" Avto\tKazan\t5');
    }
  });
});

describe('a quoted cell', () => {
  it('may go over several lines, hold separators and doubled quotes, and stand behind blanks', async () => {
    const { rows, warnings } = await rowsOf(head, ...rest, '"Kia\nMotors";"Kazan; centre";5', 'Kia; "Kazan; centre";6', '"a ""b""";Kazan;7');
    expect(rows.slice(4)).toEqual(['Kia Motors|Kazan; centre|5', 'Kia|Kazan; centre|6', 'a "b"|Kazan|7']);
    expect(warnings).toEqual(['One cell had line breaks or tabs; they are shown as spaces.']);
  });

  it('keeps lines that hold as many separators as a row, where their words are of another kind', async () => {
    const letter = '7,"Dear Sir\nthank you, bye"';
    expect((await rowsOf('no,note', '1,good', '2,bad', letter, '8,fair')).rows[3]).toBe('7|Dear Sir thank you, bye');
    const quoted = ['"Kia","good","x"', '"BMW","bad","y"', '"Lada","Dear Sir,\nthank you, bye","z"'];
    expect((await rowsOf('"brand","note","mark"', ...quoted)).rows.at(-1)).toBe('Lada|Dear Sir, thank you, bye|z');
  });

  it('says so where it takes in lines that may have been rows', async () => {
    const { rows, warnings } = await rowsOf('name,town', 'Kia,Ufa', '"Lada,Ufa\nBMW,Omsk\nAudi,Perm",Tula', 'Opel,Ufa');
    expect(rows[2]).toBe('Lada,Ufa BMW,Omsk Audi,Perm|Tula');
    expect(warnings.join(' ')).toContain('row 3 spans several lines');
  });

  it('over several lines may hold quotes that are not doubled', async () => {
    expect((await rowsOf(head, ...rest, '"Kia "Plus"\nMotors";Kazan;5', 'Audi;Ufa;6')).rows.slice(4)).toEqual([
      'Kia "Plus" Motors|Kazan|5',
      'Audi|Ufa|6',
    ]);
  });

  it('that is never closed is told by its row where its lines are no rows', async () => {
    await expect(rowsOf('no,note', '1,x', '2,"cut off\nin the middle of')).rejects.toMatchObject({ code: 'unreadable' });
  });
});
