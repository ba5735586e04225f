import { describe, expect, it } from 'vitest';
import { marketWorkbook, outputStrand, shareStrand } from './market.ts';

const board = { record: 'board', name: 'Board' } as const;

describe('a panel', () => {
  it('draws rivals with their span, joins what touches, and stands a span of its own apart', async () => {
    const { describe: write, panel, drawn, ids } = await marketWorkbook();
    await write(board, panel());
    const { strands, legend, sources } = await drawn();
    const shown = strands[0]!.marks.map(({ role, low, high, period, joined, partial }) => ({ role, low, high, period, joined, partial }));
    const plain = { joined: false, partial: false };
    expect(shown).toEqual([
      { role: 'value', low: '7', high: '7', period: '2021', ...plain },
      { role: 'hull', low: '17', high: '20', period: '2022', ...plain },
      { role: 'rival', low: '20', high: '20', period: '2022', ...plain },
      { role: 'rival', low: '17', high: '17', period: '2022', ...plain },
      { role: 'value', low: '50', high: '50', period: '2023', joined: true, partial: false },
      { role: 'value', low: '60', high: '60', period: '2024', ...plain },
      { role: 'value', low: '54', high: '54', period: '2025-01/2025-10', joined: false, partial: true },
    ]);
    expect(strands[0]!.gaps).toEqual([{ from: '2022-01-01', to: '2023-01-01', why: 'disputed', bridged: false }]);
    expect(legend.map(({ role }) => role)).toEqual(['hull', 'rival', 'value']);
    expect(sources.map(({ names }) => names.join())).toEqual(['Agency A', 'Agency B', 'Autostat']);
    expect(strands[0]!.marks[0]!.claims).toEqual([ids[0]]);
  });

  it('sets an index against its base as said, and beside it what rounding allows', async () => {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write(board, panel({ transform: { of: 'index', base: '2021' } }));
    const { strands } = await drawn();
    const of2024 = strands[0]!.marks.find(({ period }) => period === '2024')!;
    expect(Number(of2024.low)).toBeCloseTo(857.142857, 5);
    expect([Number(of2024.within?.low), Number(of2024.within?.high)]).toEqual([expect.closeTo(793.3333, 3), expect.closeTo(930.7692, 3)]);
    expect(strands[0]!.marks.find(({ period }) => period === '2021')).toMatchObject({ low: '100', high: '100' });
  });

  it('tells a change against what is disputed only as a span, and none where nothing came before', async () => {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write(board, panel({ transform: { of: 'change', on: 'prior' } }));
    const { strands } = await drawn();
    expect(strands[0]!.marks.filter(({ period }) => period === '2023')).toMatchObject([{ role: 'hull', low: '30', high: '33' }]);
    expect(strands[0]!.gaps.filter(({ why }) => why === 'no-prior').map(({ from }) => from)).toEqual(['2021-01-01', '2025-01-01']);
  });

  it('shades what was in force and lines each step from the life cycle', async () => {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write(board, panel({ events: [{ thing: 'Fee', tracks: ['force'] }] }));
    const { lines, shades } = await drawn();
    expect(lines.map(({ at }) => at.earliest)).toEqual(['2023-08-01', '2024-10-01']);
    expect(shades[0]).toMatchObject({ thing: 'Fee', core: { from: '2023-08-01', to: '2024-10-01' } });
  });

  it('shows what was known on a day', async () => {
    const { describe: write, panel, drawn } = await marketWorkbook();
    await write(board, panel({ known: '2025-06-30' }));
    const { hidden, strands } = await drawn();
    expect(strands[0]!.marks).toEqual([]);
    expect(hidden).toMatchObject([{ why: 'not-known' }]);
  });

  it('places every label without overlap, or counts it', async () => {
    const { app, describe: write, panel } = await marketWorkbook();
    await write(board, panel({ events: [{ thing: 'Fee', tracks: ['force'] }] }));
    for (const width of [320, 800, 1440]) {
      const { labels } = await app.ask('boards.panel', { board: 'Board', panel: 'Share', size: { width, height: 260 } });
      expect(labels.wanted).toBe(labels.placed.length + labels.counted.reduce((sum, { n }) => sum + n, 0));
      for (const [at, one] of labels.placed.entries())
        for (const other of labels.placed.slice(0, at))
          expect(one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h).toBe(false);
    }
  });

  it('is refused with a reason where it could not be drawn truly, and nothing is written', async () => {
    const { app, describe: write, panel } = await marketWorkbook();
    await write(board);
    const refused = async (fields: Parameters<typeof panel>[0]) => {
      const answer = await app.call('policy.describe', { records: [panel(fields)] });
      return answer.ok ? undefined : [answer.error.code, answer.error.details['why']];
    };
    const bill = { measure: 'export_bill' };
    expect(await refused({ strands: [shareStrand, bill] })).toEqual(['invalid-input', 'units']);
    expect(await refused({ form: 'stacked' })).toEqual(['invalid-input', 'not-additive']);
    expect(await refused({ form: 'bars', y: { from: 5 } })).toEqual(['invalid-input', 'bar-axis']);
    expect(await refused({ form: 'bars', y: { log: true } })).toEqual(['invalid-input', 'log-bars']);
    expect(await refused({ transform: { of: 'index', base: '2019' } })).toEqual(['invalid-input', 'index-base']);
    expect(await refused({ strands: [shareStrand, bill], second: { strands: [1], why: ' ' } })).toEqual(['invalid-input', 'second-why']);
    expect(await refused({ form: 'scatter' })).toEqual(['invalid-input', 'pair']);
    expect(await refused({ findings: [{ is: 'soared' }] })).toEqual(['invalid-input', 'finding']);
    expect(await refused({ from: '2025', to: '2024' })).toEqual(['invalid-input', 'window']);
    expect(await refused({ strands: [{ measure: 'sugar' }] })).toEqual(['not-found', undefined]);
    expect((await app.ask('boards.list', {})).boards[0]!.panels).toEqual([]);
  });

  it('draws on and says so where a later edit takes away what it stood on', async () => {
    const { app, describe: write, panel, drawn, ids } = await marketWorkbook();
    await write(board, panel({ transform: { of: 'index', base: '2021' } }));
    await app.ask('claims.remove', { ids: [ids[0]!] });
    expect(await drawn()).toMatchObject({ problems: [{ why: 'index-base' }], hidden: [{ why: 'base-missing' }] });
  });

  it('goes along when its series is renamed, in the same edit, and says where claims were split off', async () => {
    const { app, describe: write, panel, drawn, ids } = await marketWorkbook();
    const finding = { is: 'rose', of: shareStrand, from: '2021', to: '2024' };
    await write(board, panel({ findings: [finding] }));
    const { series } = await app.ask('ledger.series', {});
    const id = series.find(({ measure, frequency }) => measure === 'market_share' && frequency === 'year')!.id;
    await app.ask('ledger.renameSeries', { seriesId: id, to: { subject: 'Brands from China' } });
    expect(await drawn()).toMatchObject({ titleState: 'holds', strands: [{ state: 'drawn', key: { subject: 'Brands from China' } }] });
    expect((await drawn()).strands[0]!.marks).toHaveLength(7);
    await app.ask('history.undo', {});
    expect((await drawn()).strands[0]!.key).toMatchObject({ subject: 'Chinese brands' });
    await app.ask('ledger.splitSeries', { claimIds: [ids[4]!], to: { basis: ['imported'] } });
    expect(await drawn()).toMatchObject({ strands: [{ state: 'parted' }], problems: [{ why: 'parted' }] });
  });

  it('is known by board and name: what is not said stays; it goes with its board, and an undo brings both back', async () => {
    const { app, describe: write, panel } = await marketWorkbook();
    await write(board, panel({ title: 'Share' }), panel({ name: 'Output', strands: [outputStrand] }));
    await write({ record: 'panel', board: 'board', name: 'share', bridge: true });
    const panels = async () =>
      (await app.ask('boards.list', {})).boards.flatMap((one) => one.panels.map(({ name, title, bridge }) => [name, title, bridge]));
    expect(await panels()).toEqual([
      ['Share', 'Share', true],
      ['Output', '', false],
    ]);
    await write({ record: 'board', name: 'Board', remove: true });
    expect(await panels()).toEqual([]);
    await app.ask('history.undo', {});
    expect(await panels()).toHaveLength(2);
  });
});
