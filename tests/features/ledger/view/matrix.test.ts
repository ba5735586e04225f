import { describe, expect, it } from 'vitest';
import { stepCell } from '../../../../renderer/features/ledger/cell-step.ts';
import { cellText, unitText } from '../../../../renderer/features/ledger/cell-text.ts';
import { fullestStart } from '../../../../renderer/features/ledger/geometry.ts';
import { filterObservations, noFilter } from '../../../../renderer/features/ledger/ledger-filter.ts';
import { buildMatrix, commonPower, nowColumn } from '../../../../renderer/features/ledger/matrix.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';

interface Fields {
  readonly period?: string | null;
  readonly low?: string | null;
  readonly high?: string | null;
  readonly multiplier?: number;
  readonly measure?: string;
  readonly subject?: string;
  readonly qualifier?: Observation['qualifier'];
  readonly state?: Observation['state'];
  readonly rivals?: Observation['rivals'];
}
let serial = 0;
function observation({
  period = '2023',
  low = '7',
  high = low,
  multiplier = 0,
  measure = 'market_share',
  subject = 'Chinese brands',
  qualifier = 'exact',
  state = 'single',
  rivals = [],
}: Fields = {}): Observation {
  serial += 1;
  const series = { measure, subject, area: ['RU'], counterpart: null, basis: ['brands'], unit: 'PCT', change: null, frequency: 'year' };
  return {
    id: `o_${serial}`,
    seriesId: 's',
    series,
    class: 'outcome',
    issuer: null,
    period,
    low,
    high,
    qualifier,
    unit: 'PCT',
    multiplier,
    change: null,
    status: 'actual',
    state,
    differs: false,
    claims: ['claim-1'],
    support: 1,
    rivals,
    verdict: null,
  };
}

describe('buildMatrix', () => {
  it('puts periods of every length of one subject on one row, by the day they are over', () => {
    const matrix = buildMatrix([
      observation({ period: '2023' }),
      observation({ period: '2021-06' }),
      observation({ period: '2021' }),
      observation({ period: null }),
    ]);
    expect(matrix.rows.map((row) => row.type)).toEqual(['group', 'series']);
    expect(matrix.columns.map((column) => column.period)).toEqual(['2021-06', '2021', '2023', undefined]);
  });

  it('puts differently written periods with the same bounds in one column', () => {
    expect(buildMatrix([observation({ period: '2023' }), observation({ period: '2023-01/2023-12', subject: 'Lada' })]).columns).toHaveLength(1);
  });
});

describe('commonPower', () => {
  it('takes the largest scale in which every value keeps a digit before the point', () => {
    expect(commonPower([observation({ low: '1.16', multiplier: 6 }), observation({ low: '357700' })])).toBe(3);
    expect(commonPower([observation({ low: '15.2', multiplier: 9 }), observation({ low: '4.6', multiplier: 9 })])).toBe(9);
  });

  it('leaves small numbers as they are', () => {
    expect(commonPower([observation({ low: '9999' }), observation({ low: '0.5' }), observation({ low: '0' })])).toBe(0);
  });
});

describe('cellText', () => {
  it('shows both of two rivals, and of more of them the span', () => {
    const rival = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const, multiplier: 0 });
    const span = { low: '963.8', high: '978.2', qualifier: 'between' as const, state: 'disputed' as const };
    expect(cellText(observation({ ...span, rivals: ['963.8', '978.2'].map(rival) }), 0, 'en').digits).toBe('963.8|978.2');
    expect(cellText(observation({ ...span, rivals: ['963.8', '970', '978.2'].map(rival) }), 0, 'en').digits).toBe('963.8–978.2');
  });

  it('shows the digits in the scale of the row, with the qualifier apart', () => {
    expect(cellText(observation({ low: '1.16', high: null, multiplier: 6, qualifier: 'over' }), 3, 'en')).toEqual({ mark: '>', digits: '1,160' });
    expect(unitText('UNITS', 3, 'en')).toBe('k');
    expect(unitText('USD', 9, 'en')).toBe('USD bn');
    expect(unitText('TIMES', 0, 'en')).toBe('');
  });
});

describe('filterObservations', () => {
  it('keeps periods that touch the span, and all words', () => {
    const list = [
      observation({ period: '2020' }),
      observation({ period: '2023-06' }),
      observation({ period: null }),
      observation({ period: '2023', subject: 'Lada' }),
    ];
    expect(filterObservations(list, { ...noFilter, from: '2023', to: '2024', text: 'share chinese' })).toEqual([list[1]]);
  });
});

describe('stepCell', () => {
  const matrix = buildMatrix([observation({ period: '2021' }), observation({ period: '2023' }), observation({ period: '2022', measure: 'sales' })]);
  it('steps over group rows and stays inside', () => {
    expect(stepCell(matrix, { row: 1, column: 0 }, { key: 'ArrowDown', ctrlKey: false }, 10)).toEqual({ row: 3, column: 0 });
    expect(stepCell(matrix, { row: 1, column: 0 }, { key: 'ArrowUp', ctrlKey: false }, 10)).toEqual({ row: 1, column: 0 });
  });

  it('jumps to the next value with Ctrl', () => {
    expect(stepCell(matrix, { row: 1, column: 0 }, { key: 'ArrowRight', ctrlKey: true }, 10)).toEqual({ row: 1, column: 2 });
  });
});

describe('nowColumn', () => {
  it('is the first column that is not over yet', () => {
    expect(nowColumn(buildMatrix([observation({ period: '2024' }), observation({ period: '2026' })]).columns, '2026-03-18')).toBe(1);
  });
});

describe('fullestStart', () => {
  const years = ['2019', '2022', '2023', '2024', '2030', '2035'];
  const lines = [observation({ subject: 'Haval', period: '2023' }), observation({ subject: 'Lada', period: '2022', measure: 'sales' })];
  const matrix = buildMatrix([...years.map((period) => observation({ period })), ...lines]);
  const places = { edges: [0, 60, 120, 180, 240, 300, 360] };

  it('shows the stretch that holds most, and the latest of those that hold as many', () => {
    expect(fullestStart(matrix, places, { room: 130, rows: 20 })).toBe(1);
    expect(fullestStart(matrix, places, { room: 190, rows: 20 })).toBe(1);
    expect(fullestStart(matrix, places, { room: 70, rows: 20 })).toBe(2);
  });

  it('counts the rows that are seen, and shows all where all fits', () => {
    expect(fullestStart(matrix, places, { room: 70, rows: 2 })).toBe(5);
    expect(fullestStart(matrix, places, { room: 1000, rows: 20 })).toBe(0);
    expect(fullestStart(matrix, places, { room: 10, rows: 0 })).toBe(5);
  });
});
