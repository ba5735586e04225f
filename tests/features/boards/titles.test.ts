import { describe, expect, it } from 'vitest';
import { marketWorkbook, outputStrand, shareStrand } from './market.ts';

const board = { record: 'board', name: 'Board' } as const;
const rise = (from: string, to: string, by?: { times: number; how: string }) => ({
  is: 'rose',
  of: shareStrand,
  from,
  to,
  ...(by === undefined ? {} : { by }),
});

describe('a title', () => {
  async function stateOf(findings: object[]) {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write(board, panel({ findings: findings as Record<string, never>[] }));
    return (await drawn()).titleState;
  }

  it.each([
    ['holds where all it may rest on says so', [rise('2021', '2023', { times: 7, how: 'about' })], 'holds'],
    ['holds where each rival does', [rise('2021', '2022', { times: 2, how: 'over' })], 'holds'],
    ['no longer holds where none of the rivals bears it, though their mean would', [rise('2021', '2022', { times: 2.6, how: 'about' })], 'no_longer'],
    ['cannot be told where one rival does and the other does not', [rise('2021', '2022', { times: 2.7, how: 'over' })], 'cannot_be_told'],
    ['cannot be told of a year of which nothing is told', [rise('2019', '2023')], 'cannot_be_told'],
    ['is wrong before it is untold', [rise('2019', '2023'), rise('2024', '2025-01/2025-10')], 'no_longer'],
    ['is not checked without findings', [], 'unchecked'],
  ] as const)('%s', async (_, findings, state) => {
    expect(await stateOf([...findings])).toBe(state);
  });

  it.each([
    ['peaked', '2024', 'holds'],
    ['peaked', '2023', 'no_longer'],
    ['bottomed', '2021', 'holds'],
  ] as const)('says that it %s in %s', async (is, period, state) => {
    expect(await stateOf([{ is, of: shareStrand, in: period }])).toBe(state);
  });

  it('compares only what is in one unit', async () => {
    expect(await stateOf([{ is: 'above', figure: { of: shareStrand, at: '2024' }, than: { of: outputStrand, at: '2023' } }])).toBe('cannot_be_told');
  });

  it('tells the order of a figure and an event, never a cause', async () => {
    const side = { thing: 'Fee', stage: 'in_force' };
    const { app, describe: write, panel, drawn, ids } = await marketWorkbook();
    const when = { after: { ...side, claim: ids[11]! } };
    await write(board, panel({ findings: [{ is: 'fell', of: shareStrand, from: '2024', to: '2025-01/2025-10', when }] }));
    expect((await drawn()).titleState).toBe('holds');
    await app.ask('claims.setCells', { cells: [{ id: ids[11]!, field: 'when', value: '2025-06-01' }] });
    expect((await drawn()).titleState).toBe('cannot_be_told');
  });

  it('follows the figures that it rests on', async () => {
    const { app, describe: write, panel, drawn, ids } = await marketWorkbook();
    await write(board, panel({ findings: [rise('2021', '2023', { times: 7, how: 'about' })] }));
    await app.ask('claims.setCells', { cells: [{ id: ids[3]!, field: 'value', value: '40' }] });
    expect(await drawn()).toMatchObject({ titleState: 'no_longer', findings: [{ state: 'no_longer', why: 'value' }] });
  });
});
