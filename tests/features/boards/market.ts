// A workbook for the tests of boards: a share told by several, an output with a target, a fee in two steps.
import type { Input } from '../../../shared/contract.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const told = [
  'share 7 in 2021',
  'share 20 in 2022',
  'share 17 in 2022',
  'share of about 50 in 2023',
  'share 60 in 2024',
  'share 54 in ten months',
  'output 450 thousand',
  'output 600 thousand',
  'target of at least 1.4 million',
  'export bill of 15 billion',
  'fee from August 2023',
  'fee from October 2024',
];

export type Described = Input<'policy.describe'>['records'][number];

export async function marketWorkbook() {
  const { app, files, folder } = await newWorkbook();
  const source = await pasteSource(app, told.join('.\n'), { title: 'Digest', publishedOn: '2025-12-01', publisher: 'Office' });
  const value = (low: string, high: string | null = low, qualifier: 'exact' | 'about' | 'at_least' = 'exact') => ({ low, high, qualifier });
  const share = (at: number, low: string, period: string, fields: object = {}): ClaimInput =>
    figure(source, told[at]!, { value: value(low), period, basis: 'brands', ...fields });
  const output = (at: number, low: string, period: string): ClaimInput =>
    figure(source, told[at]!, {
      measure: 'output',
      subject: 'Industry',
      unit: 'UNITS',
      multiplier: 3,
      period,
      value: value(low),
      saidBy: ['Office'],
    });
  const event = (at: number, when: string): ClaimInput => ({
    kind: 'event',
    subject: 'Fee',
    subjectType: 'instrument',
    stage: 'in_force',
    when,
    passage: { source, exact: told[at]! },
  });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      share(0, '7', '2021'),
      share(1, '20', '2022', { saidBy: ['Agency A'] }),
      share(2, '17', '2022', { saidBy: ['Agency B'] }),
      share(3, '50', '2023', { value: value('50', '50', 'about'), status: 'estimate' }),
      share(4, '60', '2024'),
      share(5, '54', '2025-01/2025-10'),
      output(6, '450', '2022'),
      output(7, '600', '2023'),
      figure(source, told[8]!, {
        measure: 'output',
        subject: 'Industry',
        unit: 'UNITS',
        multiplier: 6,
        period: '2030',
        value: value('1.4', null, 'at_least'),
        status: 'target',
        saidBy: ['Ministry'],
      }),
      figure(source, told[9]!, { measure: 'export_bill', subject: 'China', unit: 'USD', multiplier: 9, period: '2024', value: value('15') }),
      event(10, '2023-08-01'),
      event(11, '2024-10-01'),
    ],
  });
  const ids = claims.map(({ id }) => id);
  const describe = (...records: Described[]) => app.ask('policy.describe', { records });
  const panel = (fields: Partial<Extract<Described, { record: 'panel' }>> = {}) =>
    ({ record: 'panel', board: 'Board', name: 'Share', strands: [shareStrand], form: 'line', ...fields }) as const satisfies Described;
  const drawn = (name = 'Share') => app.ask('boards.panel', { board: 'Board', panel: name });
  return { app, files, folder, source, ids, describe, panel, drawn };
}

export const shareStrand = { measure: 'market_share', subject: 'Chinese brands', basis: 'brands' } as const;
export const outputStrand = { measure: 'output', subject: 'Industry' } as const;
