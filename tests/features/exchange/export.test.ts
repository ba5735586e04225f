import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function exported(app: App, files: Files, format: 'xlsx' | 'csv' | 'json'): Promise<Uint8Array> {
  const { download, bytes } = await app.ask('exchange.export', { format });
  const { piece } = files.read(download, 0, bytes);
  return piece;
}

async function withClaims() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  await workbook.app.ask('claims.capture', {
    claims: [
      figure(source, 'over 50%', { note: '=HYPERLINK("http://example.com")' }),
      figure(source, 'almost $4.6bn', {
        measure: 'exports',
        period: '2023-01/2023-06',
        value: { low: null, high: '4.6', qualifier: 'almost' },
        unit: 'USD',
        multiplier: 9,
      }),
      {
        kind: 'event',
        subject: 'Plant',
        subjectType: 'project',
        stage: 'stopped',
        what: 'production stopped',
        when: '2025-02',
        passage: { source, exact: 'Production stopped in February 2025' },
      },
    ],
  });
  return workbook;
}

describe('an exported .xlsx', () => {
  it('holds the sheets, right numbers and dates, the quote beside each value and the ids in hidden columns', async () => {
    const { app, files } = await withClaims();
    const book = await readXlsx(await exported(app, files, 'xlsx'), { readStyles: true });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(
      'Figures Events Statements Ledger Matrix Projects Stages Sources Passages About _assay'.split(' '),
    );
    const figures = book.sheets[0]!;
    const header = figures.rows[0]!.map(String);
    const row = (measure: string) => figures.rows.find((cells) => cells[0] === measure)!;
    const cell = (measure: string, name: string) => row(measure)[header.indexOf(name)];
    expect([cell('exports', 'High'), cell('exports', 'Low'), cell('exports', 'Qualifier'), cell('market share', 'Low')]).toEqual([
      4_600_000_000,
      null,
      'almost',
      50,
    ]);
    expect(String(cell('exports', 'Value')).replaceAll('\u00a0', ' ')).toBe('≲ 4.6bn USD');
    expect((cell('exports', 'To') as Date).toISOString().slice(0, 10)).toBe('2023-06-30');
    expect([cell('exports', 'Quote'), cell('exports', 'Source')]).toEqual(['almost $4.6bn', 'Market digest']);
    expect(cell('market share', 'Note')).toBe('=HYPERLINK("http://example.com")');
    const hidden = header.filter((_, index) => figures.columns?.[index]?.hidden);
    expect(hidden).toEqual([
      'readings in full',
      'measure code',
      'multiplier',
      'captured in full',
      'claim id',
      'source id',
      'passage id',
      'passage start',
      'content key',
      'row digest',
    ]);
  });
});

/** A claim of each kind with something in every field of it, and the words by which each is known again. */
const said: Readonly<Record<string, readonly [claim: Record<string, unknown>, known: readonly string[]]>> = {
  figure: [
    {
      kind: 'figure',
      measure: 'm-measure',
      subject: 'm-subject',
      area: ['RU', 'BY'],
      counterpart: 'KZ',
      basis: ['m-basis', 'm-other'],
      period: '2030',
      periodBasis: 'm-period-basis',
      value: { low: '1.5', high: '1.75', qualifier: 'between' },
      unit: 'UNITS',
      multiplier: 6,
      change: 'absolute',
      status: 'plan',
      vintage: 'm-vintage',
      condition: 'm-condition',
      deadline: '2031-07',
      per: 'quarter',
      path: { first: '2026', last: '2029', steps: 4, compounding: 'additive' },
      readings: [{ label: 'm-reading', low: '41', high: '43', unit: 'PCT' }],
    },
    'm-measure m-subject RU BY KZ m-basis m-other 2030 m-period-basis 1500000 1750000 UNITS absolute plan m-vintage m-condition 2031-07 quarter 2029 additive m-reading 41 43'.split(
      ' ',
    ),
  ],
  event: [
    {
      kind: 'event',
      subject: 'e-subject',
      subjectType: 'project',
      area: 'CN',
      counterpart: 'KZ',
      stage: 'started',
      type: 'e-type',
      what: 'e-what',
      when: '2031',
      whenBasis: 'e-when-basis',
      status: 'planned',
      magnitude: { low: '77', high: '77', qualifier: 'exact' },
      unit: 'EUR',
      by: ['e-by'],
      counterparties: ['e-party'],
      cause: 'e-cause',
      condition: 'e-condition',
      depth: 'SKD',
      sequence: ['e-first', 'e-second'],
    },
    'e-subject project CN KZ started e-type e-what 2031 e-when-basis planned 77 EUR e-by e-party e-cause e-condition SKD e-first e-second'.split(' '),
  ],
  statement: [
    {
      kind: 'statement',
      actor: 's-actor',
      role: 's-role',
      topic: 's-topic',
      stance: 'doubts',
      gist: 's-gist',
      basis: ['s-basis'],
      period: '2032',
      condition: 's-condition',
    },
    's-actor s-role s-topic doubts s-gist s-basis 2032 s-condition'.split(' '),
  ],
};
const shared = {
  original: 'x-original',
  saidBy: [{ name: 'x-speaker', role: 'x-speaks-as' }],
  via: ['x-via'],
  madeOn: '2027-03',
  madeOnBasis: 'x-made-basis',
  credibility: 2,
  hedge: 'attributed',
  note: 'x-note',
  tags: ['x-tag'],
  rank: 'deprecated',
  rankReason: 'x-rank-reason',
};
const sharedWords = 'x-original x-speaker x-speaks-as x-via 2027-03 x-made-basis attributed x-note x-tag deprecated x-rank-reason B2 x-why'.split(
  ' ',
);

describe('every field of every kind', () => {
  it.each(['xlsx', 'csv', 'json'] as const)('leaves in a .%s', async (format) => {
    const { app, files } = await newWorkbook();
    const source = await pasteSource(app);
    const quotes = { figure: 'over 50%', event: 'Production stopped', statement: 'Another agency' };
    const claims = Object.entries(said).map(([kind, [claim]]) => ({
      ...claim,
      ...shared,
      passages: [
        { source, exact: quotes[kind as keyof typeof quotes] },
        { source, exact: 'Exports came' },
      ],
    }));
    const made = await app.ask('claims.capture', { claims: claims as never });
    await app.ask('claims.setCells', { cells: [{ id: made.claims[0]!.id, field: 'period', value: '2033' }], reason: 'x-why' });
    const bytes = await exported(app, files, format);
    const text =
      format === 'xlsx' ? JSON.stringify((await readXlsx(bytes)).sheets.slice(0, 3).map((sheet) => sheet.rows)) : new TextDecoder().decode(bytes);
    const wanted = [...Object.values(said).flatMap(([, words]) => words), ...sharedWords, ...Object.values(quotes), 'Exports came', '2033'];
    const isThere = (word: string) =>
      text.includes(word) ||
      (format === 'json' && ['1500000', '1750000', 'B2'].includes(word)) ||
      (word.length > 4 && text.includes(word.replaceAll('-', ' ')));
    expect(wanted.filter((word) => !isThere(word))).toEqual([]);
  });
});

describe('an exported .csv', () => {
  it('keeps text that begins like a formula from running', async () => {
    const { app, files } = await withClaims();
    const text = new TextDecoder().decode(await exported(app, files, 'csv'));
    const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
    expect(data.map((row) => [row.Kind, row.Note])).toEqual([
      ['figure', expect.stringMatching(/^('=HYPER|$)/)],
      ['figure', expect.any(String)],
      ['event', ''],
    ]);
    expect(data.some((row) => row.Note === '\'=HYPERLINK("http://example.com")')).toBe(true);
  });
});

describe('an exported .json', () => {
  it('holds the claims in the form in which they are captured, and no file name', async () => {
    const { app, files } = await withClaims();
    const content = JSON.parse(new TextDecoder().decode(await exported(app, files, 'json')));
    expect(content.claims).toHaveLength(3);
    expect(content.claims.find((claim: { measure?: string }) => claim.measure === 'exports')).toMatchObject({
      value: { low: null, high: '4.6', qualifier: 'almost' },
      multiplier: 9,
    });
    expect(JSON.stringify(content)).not.toContain('fileName');
  });
});
