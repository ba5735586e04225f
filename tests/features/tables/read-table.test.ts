// How tables are read: rules as sentences, tables in our own words.
import { describe, expect, it } from 'vitest';
import { columnName } from '../../../shared/features/sources/cells.ts';
import type { ReadCell } from '../../../shared/features/sources/read-sheet.ts';
import { periodOfHeads, unitOfWords } from '../../../shared/features/tables/heads.ts';
import { type MappingInput, mappingSchema } from '../../../shared/features/tables/mapping.ts';
import { proposeMapping } from '../../../shared/features/tables/propose.ts';
import { readPeriodCell, readPeriodWords } from '../../../shared/features/tables/read-period.ts';
import { readTable } from '../../../shared/features/tables/read-table.ts';
import { decimalSignOf, readValueCell } from '../../../shared/features/tables/read-value.ts';
import { rowId, rowPassageId, rowPlaceOf, rowsKey } from '../../../shared/features/tables/row-id.ts';
import type { Table } from '../../../shared/features/tables/table.ts';

const table = (lines: readonly string[], { merged = [], values }: { merged?: string[]; values?: ReadCell[][] } = {}): Table => ({
  sheet: 'one',
  merged,
  rows: lines.map((line, index) => ({ row: index + 1, shown: line.split('|'), ...(values === undefined ? {} : { values: values[index] ?? [] }) })),
});

function told(of: Table, mapping: MappingInput) {
  const { rows, shapes, rejected, problems } = readTable(of, mappingSchema.parse(mapping));
  const figures = rows.map(({ row, column, shape, period, value }) => {
    const { subject, unit, multiplier, change, status, note } = shapes[shape]!;
    return { at: `${columnName(column)}${row}`, subject, period, low: value?.low, high: value?.high, unit, multiplier, change, status, note };
  });
  return { figures, rejected: rejected.map(({ row, why }) => [row, why.key]), problems: problems.map(({ why }) => why.key) };
}

const sales = { measure: 'sales', unit: 'UNITS' };

describe('the period of a cell or head', () => {
  it.each([
    ['2024-06', '2024-06'],
    ['06.2024', '2024-06'],
    ['Juni 2024', '2024-06'],
    ['juin 2024', '2024-06'],
    ['апр.24', '2024-04'],
    ['2024 I полугодие', '2024-S1'],
    ['9 мес. 2024', '2024-01/2024-09'],
    ['January – June 2024', '2024-01/2024-06'],
    ['2024年1-6月', '2024-01/2024-06'],
    ['2024M06', '2024-06'],
    ['2024-Q3', '2024-Q3'],
    ['25/04/2024', '2024-04-25'],
    ['31.12.24', '2024-12-31'],
  ])('%s is %s', (words, edtf) => expect(readPeriodWords(words)).toBe(edtf));

  it.each(['13.2024', 'Alpha 2024 x', 'n/a', '', '45.3', 'March'])('“%s” is none', (words) => expect(readPeriodWords(words)).toBeUndefined());

  it('is told by the order of the table where digits leave it open', () => {
    expect(readPeriodWords('03/04/2024', 'dmy')).toBe('2024-04-03');
    expect(readPeriodWords('03/04/2024', 'mdy')).toBe('2024-03-04');
    expect(readPeriodCell({ day: '2024-06' })).toBe('2024-06');
  });

  it('comes together from heads of several levels, and never loses a part', () => {
    expect(periodOfHeads(['2024', 'март'])).toBe('2024-03');
    expect(periodOfHeads(['H1', '2024'])).toBe('2024-S1');
    expect(periodOfHeads(['2024', '1-6月'])).toBe('2024-01/2024-06');
    expect(periodOfHeads(['Sales', '2024'])).toBe('2024');
    expect(periodOfHeads(['2024', 'march?¹'])).toBeUndefined();
    expect(periodOfHeads(['2024', '2023'])).toBeUndefined();
  });
});

describe('the unit of a head', () => {
  it.each([
    ['Sales, thousand units', 'UNITS', 3],
    ['Вывоз, тыс. т', 'T', 3],
    ['Value ($ million)', 'USD', 6],
    ['产量（万辆）', 'UNITS', 4],
    ['Доля, %', 'PCT', 0],
    ['Количество, шт.', 'UNITS', 0],
  ])('%s counts %s × 10^%i', (head, unit, multiplier) => expect(unitOfWords(head)).toEqual({ unit, multiplier }));

  it.each(['Sold', '2024', 'Alpha', 'M'])('“%s” tells none', (head) => expect(unitOfWords(head)).toBeUndefined());
});

describe('the value of a cell', () => {
  const value = (cell: NonNullable<ReadCell>, signs = {}) => {
    const read = readValueCell(cell, signs);
    return 'refusal' in read ? read.refusal.key : [read.low, read.high, read.qualifier, read.unit, read.multiplier];
  };

  it('is the number and not its format', () => {
    expect(value({ percent: 0.278 })).toEqual(['27.8', '27.8', 'exact', 'PCT', 0]);
    expect(value(0.1 + 0.2)).toEqual(['0.3', '0.3', 'exact', null, 0]);
    expect(value(2.5e-7)).toEqual(['0.00000025', '0.00000025', 'exact', null, 0]);
  });

  it('is read by the signs of the table, and refused where a sign stands where it cannot', () => {
    expect(value('2.345', { decimal: ',', thousands: '.' })).toEqual(['2345', '2345', 'exact', null, 0]);
    expect(value('1.234.567,5', { decimal: ',' })).toEqual(['1234567.5', '1234567.5', 'exact', null, 0]);
    expect(value('2.5', { decimal: ',' })).toBe('tables:refused.signs');
    expect(value('１２．５')).toEqual(['12.5', '12.5', 'exact', null, 0]);
    expect(value('−61,2%')).toEqual(['-61.2', '-61.2', 'exact', 'PCT', 0]);
  });

  it('may be qualified and have a power of ten of its own', () => {
    expect(value('около 12,5 тыс.')).toEqual(['12.5', '12.5', 'about', null, 3]);
    expect(value('10–15%')).toEqual(['10', '15', 'between', 'PCT', 0]);
    expect(value('>50%')).toEqual(['50', null, 'over', 'PCT', 0]);
  });

  it('is refused where it is none', () => {
    expect(value('many')).toBe('errors:number.none');
    expect(value({ error: '#DIV/0!' })).toBe('tables:refused.error');
    expect(value({ formula: '=A1' })).toBe('tables:refused.formula');
    expect(value({ day: '2024-05-01' })).toBe('tables:refused.day');
    expect(value(true)).toBe('tables:refused.truth');
  });

  it('has its decimal sign proved by the column', () => {
    expect(decimalSignOf(['1,234', '5,6'])).toBe(',');
    expect(decimalSignOf(['1.234.567', '12'])).toBe(',');
    expect(decimalSignOf(['1,5', '1.5'])).toBeUndefined();
    expect(decimalSignOf(['1,234'])).toBeUndefined();
  });
});

describe('a table', () => {
  it('says figures at their cells; empty cells and words for no data say none; what cannot be read is rejected', () => {
    const { figures, rejected } = told(table(['Brand|2023|2024', 'Alpha|1 200|…', 'Beta||9,5', 'Gamma|x1|7']), {
      columns: [
        { at: 'Brand', field: 'subject' },
        { at: 'B:C', field: 'value', period: 'head' },
      ],
      fixed: sales,
      nulls: ['…'],
    });
    expect(figures.map(({ at, subject, period, low }) => [at, subject, period, low])).toEqual([
      ['B2', 'Alpha', '2023', '1200'],
      ['C3', 'Beta', '2024', '9.5'],
      ['C4', 'Gamma', '2024', '7'],
    ]);
    expect(rejected).toEqual([[4, 'errors:number.none']]);
  });

  it('rejects a row without what it is about, and one whose period cannot be read; an unknown period is none', () => {
    const { figures, rejected } = told(table(['B|P|V', '|2024|1', 'Beta|13.2024|2', 'Gamma||3']), {
      columns: [
        { at: 'A', field: 'subject' },
        { at: 'P', field: 'period' },
        { at: 'C', field: 'value' },
      ],
      fixed: sales,
    });
    expect(figures).toMatchObject([{ at: 'C4', period: null }]);
    expect(rejected).toEqual([
      [2, 'tables:refused.missing'],
      [3, 'tables:refused.period'],
    ]);
  });

  it('reads merged heads and a row of years over a row of months', () => {
    const { figures } = told(
      table(['|2023||2024|', '|Jan|Feb|Jan|Feb', 'Alpha|1|2|3|4'], { merged: ['B1:C1', 'D1:E1'], values: [[], [], ['Alpha', 1, 2, 3, 4]] }),
      {
        head: [1, 2],
        columns: [
          { at: 'A', field: 'subject' },
          { at: 'B:E', field: 'value', period: 'head' },
        ],
        fixed: sales,
      },
    );
    expect(figures.map(({ period, low }) => [period, low])).toEqual([
      ['2023-01', '1'],
      ['2023-02', '2'],
      ['2024-01', '3'],
      ['2024-02', '4'],
    ]);
  });

  it('lets the narrower place say unit and power of ten', () => {
    const { figures } = told(table(['Brand|Sales, thousand units|Share', 'Alpha|1,5|4 %', 'Beta|2 million|5 %']), {
      columns: [
        { at: 'A', field: 'subject' },
        { at: 'B', field: 'value', measure: 'sales' },
        { at: 'C', field: 'value', measure: 'share' },
      ],
      fixed: { unit: 'EUR', multiplier: 6, period: '2024' },
    });
    expect(figures.map(({ low, unit, multiplier }) => [low, unit, multiplier])).toEqual([
      ['1.5', 'UNITS', 3],
      ['4', 'PCT', 0],
      ['2', 'UNITS', 6],
      ['5', 'PCT', 0],
    ]);
  });

  it('never reads a mark as a digit: it means what the mapping says, else its note is kept', () => {
    const { figures } = told(table(['Brand|2023|2024¹', 'Alpha|12²|58,4*', '² without vans', '* estimate of the office']), {
      to: 2,
      columns: [
        { at: 'A', field: 'subject' },
        { at: 'B:C', field: 'value', period: 'head' },
      ],
      fixed: sales,
      marks: { '¹': { status: 'provisional' } },
    });
    expect(figures.map(({ period, low, status, note }) => [period, low, status, note])).toEqual([
      ['2023', '12', 'actual', 'without vans'],
      ['2024', '58.4', 'provisional', 'estimate of the office'],
    ]);
  });

  it('carries names down, leaves rows out, and strips what is no part of a name', () => {
    const { figures } = told(table(['Group|Brand|2024', 'One|Alpha*|1', '|Beta|2', '|Total|3']), {
      columns: [
        { at: 'A', field: 'basis' },
        { at: 'B', field: 'subject' },
        { at: 'C', field: 'value', period: 'head' },
      ],
      fixed: sales,
      fill: ['A'],
      skip: [{ at: 'B', is: 'Total' }],
      strip: { subject: '*' },
    });
    expect(figures.map(({ subject }) => subject)).toEqual(['Alpha', 'Beta']);
  });

  it('tells columns of a mapping that are not there, and heads that say no period', () => {
    const { problems, rejected } = told(table(['Brand|Share', 'Alpha|1']), {
      columns: [
        { at: 'A', field: 'subject' },
        { at: 'Sold', field: 'value' },
        { at: 'B', field: 'value', period: 'head' },
      ],
      fixed: sales,
    });
    expect(problems).toEqual(['tables:problem.noColumn', 'tables:problem.noPeriodInHead']);
    expect(rejected).toEqual([[2, 'tables:refused.headPeriod']]);
  });

  it('may be of events, each at its subject', () => {
    const { rows, shapes } = readTable(
      table(['7|ALPHA LTD|-0-|listed']),
      mappingSchema.parse({
        head: [],
        kind: 'event',
        nulls: ['-0-'],
        columns: [
          { at: 'B', field: 'subject' },
          { at: 'C', field: 'what' },
          { at: 'D', field: 'stage' },
        ],
        fixed: { when: '2024-06-12' },
      }),
    );
    expect(rows).toMatchObject([{ row: 1, column: 2, period: '2024-06-12', value: null }]);
    expect(shapes[0]).toMatchObject({ kind: 'event', subject: 'ALPHA LTD', what: '', stage: 'listed' });
  });
});

describe('a mapping that is proposed', () => {
  const proposed = (lines: readonly string[]) => {
    const of = table(lines);
    const { mapping } = proposeMapping(of);
    return { mapping, ...told(of, mapping) };
  };

  it('reads periods across, leaves totals out, and tells the unit of the title', () => {
    const { mapping, figures } = proposed([
      'Sales of cars, thousand units',
      'Brand|2022|2023|2024',
      'Alpha|1,5|1,7|–',
      'Beta|2,5|2,7|2,9',
      'Total|4,0|4,4|2,9',
      'Source: own count',
    ]);
    expect(mapping).toMatchObject({
      head: [2],
      from: 3,
      to: 5,
      nulls: ['–'],
      skip: [{ at: 'A', is: ['Total'] }],
      fixed: { unit: 'UNITS', multiplier: 3 },
    });
    expect(figures).toHaveLength(5);
    expect(figures[0]).toMatchObject({ subject: 'Alpha', period: '2022', low: '1.5', unit: 'UNITS', multiplier: 3 });
  });

  it('reads the unit of the title for the columns that have none of their own', () => {
    const { figures } = proposed(['Sales of cars, thousand units||', '|2023|2024|Growth, %', 'Alpha|1,5|1,8|20,0', 'Beta|2,5|2,0|-20,0']);
    expect(figures.filter(({ at }) => at.endsWith('3')).map(({ low, unit, multiplier, change }) => [low, unit, multiplier, change])).toEqual([
      ['1.5', 'UNITS', 3, null],
      ['1.8', 'UNITS', 3, null],
      ['20.0', 'PCT', 0, 'percent'],
    ]);
  });

  it('reads a long table by the names of its heads', () => {
    const { mapping } = proposed([
      '№|Country|Brand|Month|Sold, units|YoY, %',
      '1|RU|Alpha|01.2024|12|+5,1',
      '2|RU|Beta|01.2024|14|-2,0',
      '3|BY|Gamma|02.2024|15|1,0',
    ]);
    expect(mapping.columns.map(({ at, field, unit, change }) => [at, field, unit, change])).toEqual([
      ['C', 'subject', undefined, undefined],
      ['B', 'area', undefined, undefined],
      ['D', 'period', undefined, undefined],
      ['E', 'value', 'UNITS', undefined],
      ['F', 'value', 'PCT', 'percent'],
    ]);
  });

  it('knows SDMX by its heads', () => {
    const { figures } = proposed([
      'DATAFLOW|REF_AREA|INDICATOR|TIME_PERIOD|OBS_VALUE|OBS_STATUS|UNIT_MEASURE|UNIT_MULT',
      'F|RU|CARS|2024-Q1|1.5|P|UNITS|3',
      'F|RU|CARS|2024-Q2||M|UNITS|3',
    ]);
    expect(figures).toMatchObject([{ subject: 'RU', period: '2024-Q1', low: '1.5', unit: 'UNITS', multiplier: 3, status: 'provisional' }]);
  });
});

describe('the id of a row', () => {
  it('names its import and its cell, and is found again', () => {
    const key = rowsKey('ff00aa11bb22cc33dd44ee55');
    for (const [row, column] of [
      [1, 1],
      [1_048_576, 16_384],
      [7, 3],
    ] as const) {
      expect(rowPlaceOf(rowId(key, row, column))).toEqual({ key, row, column, isPassage: false });
      expect(rowPlaceOf(rowPassageId(key, row, column))).toEqual({ key, row, column, isPassage: true });
    }
    expect(rowPlaceOf('0190b5a0-0000-7000-8000-000000000001')).toBeUndefined();
  });
});
