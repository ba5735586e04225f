// A small workbook that holds at least two records of every kind, all made through the calls of the contract.
import type { App } from '../../electron/core/app.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { figure, marketText, pasteSource } from './workbook.ts';

export async function fillWithEveryRecord(app: App): Promise<void> {
  const first = await pasteSource(app);
  const second = await pasteSource(
    app,
    'The agency said that sales were 1.12m cars in 2023.\nDealers doubt that the fee helps.\nProduction stopped in March 2025.\nThe share was 55% in 2023.',
    { title: 'Second digest', publishedOn: '2024-02-01', author: 'A. Placeholder', publisher: 'Example Press' },
  );
  await app.ask('sources.update', { id: second, patch: { note: 'A note on the text.', grade: 'C', gradeReason: 'one author' } });
  await app.ask('claims.capture', { claims: claimsOn(first, second) });
  const { claims } = await app.ask('claims.list', {});
  await app.ask('claims.setCells', { cells: claims.slice(0, 3).map(({ id }) => ({ id, field: 'note', value: 'A note of the analyst.' })) });
  await app.ask('claims.setCells', { cells: [{ id: claims[0]!.id, field: 'tags', value: 'one; two' }] });
  await annotate(app, first, second);
  await decide(app);
  await setAgainst(
    app,
    claims.slice(0, 4).map(({ id }) => id),
  );
  await describe(app);
  await describeThings(app);
  await importTables(app);
  await leaveTraces(app, first);
  for (const name of ['One model', 'Another']) await app.ask('scenarios.take', { key: 'index-paths', name });
  await writeReports(app);
  await app.ask('readings.nothing', {});
}

/** Two reports, each with two locks. */
async function writeReports(app: App): Promise<void> {
  const { observations } = await app.ask('ledger.list', {});
  const [one, other] = observations.filter(({ low, high, rivals }) => low !== null && low === high && rivals.length === 0);
  for (const report of ['Note', 'Another note'])
    await app.ask('reports.write', { report, markdown: `# ${report}\n\nOnce [](lock:obs/${one!.id}), then [](lock:claim/${other!.claims[0]!}).` });
}

/** Two small tables; of one a row became a claim. */
async function importTables(app: App): Promise<void> {
  for (const [name, table] of [
    ['north.csv', 'Brand;2022;2023\nAlpha;12;14\nBeta;7;9\n'],
    ['south.csv', 'Brand;2022;2023\nAlpha;2;3\n'],
  ] as const) {
    const bytes = Buffer.from(table);
    const { handle } = await app.ask('host.openUpload', { name, sizeBytes: bytes.length });
    await app.ask('host.appendUpload', { handle, data: bytes.toString('base64') });
    const columns = [
      { at: 'A', field: 'subject' },
      { at: 'B:C', field: 'value', period: 'head' },
    ];
    const mapping = { columns, fixed: { measure: 'registrations', unit: 'UNITS', area: name.slice(0, 5) } };
    await app.ask('tables.import', { file: handle, mapping });
  }
  const { rows } = await app.ask('claims.window', { kind: 'figure', filter: [{ field: 'value', op: 'equals', value: '14' }] });
  await app.ask('claims.setCells', { cells: [{ id: rows[0]!.id, field: 'note', value: 'A note on a row.' }] });
}

function claimsOn(first: string, second: string): ClaimInput[] {
  const sales = (source: string, exact: string, low: string, saidBy: string) =>
    figure(source, exact, {
      measure: 'sales',
      subject: 'Cars',
      value: { low, high: low, qualifier: 'exact' },
      unit: 'UNITS',
      multiplier: 6,
      saidBy: [{ name: saidBy, role: 'analyst' }],
    });
  return [
    figure(first, 'over 50%'),
    figure(second, '55%', { value: { low: '55', high: '55', qualifier: 'exact' }, saidBy: ['Agency B'], via: ['Example Press'] }),
    sales(first, '1.06m cars', '1.06', 'Autostat'),
    sales(first, '1.10m cars', '1.10', 'Agency B'),
    sales(second, '1.12m cars', '1.12', 'Agency C'),
    figure(first, 'almost $4.6bn', {
      measure: 'exports',
      subject: 'Cars from China',
      period: '2023-01/2023-06',
      value: { low: null, high: '4.6', qualifier: 'almost' },
      unit: 'USD',
      multiplier: 9,
      readings: [
        { label: 'close below', low: '4.5', high: '4.6', unit: 'USD' },
        { label: 'just below', low: '4.55', high: '4.6', unit: 'USD' },
      ],
    }),
    figure(second, 'sales were 1.12m', { measure: 'sale', subject: 'Cars', value: { low: '1', high: '1', qualifier: 'about' }, unit: 'UNITS' }),
    ...(['February 2025', 'March 2025'] as const).map(
      (exact, index): ClaimInput => ({
        kind: 'event',
        subject: 'Plant A',
        subjectType: 'project',
        stage: 'stopped',
        what: 'production stopped',
        when: index === 0 ? '2025-02' : '2025-03',
        cause: index === 0 ? 'a shortage of parts' : 'weak demand',
        depth: 'SKD',
        passage: { source: index === 0 ? first : second, exact },
      }),
    ),
    ...(['supports', 'doubts'] as const).map(
      (stance, index): ClaimInput => ({
        kind: 'statement',
        actor: 'Dealers',
        topic: 'the fee',
        stance,
        gist: index === 0 ? 'the fee helps' : 'the fee does not help',
        period: '2024',
        passage: index === 0 ? { source: first, exact: 'Rates went up by 70 to 85%' } : { source: second, exact: 'Dealers doubt that the fee helps' },
      }),
    ),
  ];
}

async function annotate(app: App, first: string, second: string): Promise<void> {
  await app.ask('passages.mark', { sourceId: first, start: 0, end: 9, patch: { comment: 'Look here.', tags: ['share'], colour: 'key' } });
  const document = (id: string, exact: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: 'commenting',
    body: { type: 'TextualBody', value: 'A remark' },
    target: { source: 'urn:nowhere', selector: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } },
  });
  for (const [id, exact] of [
    ['urn:one', 'Chinese brands'],
    ['urn:two', 'another agency'],
  ] as const)
    await app.ask('passages.importAnnotations', { json: JSON.stringify(document(id, exact)) });
  for (const sourceId of [first, second]) {
    const { found } = await app.ask('passages.found', { sourceId });
    for (const { start, end } of found.slice(0, 2)) await app.ask('passages.setAside', { sourceId, start, end, aside: true });
  }
}

async function describeThings(app: App): Promise<void> {
  const { claims } = await app.ask('claims.list', {});
  const [stop, figureId] = [claims.find(({ kind }) => kind === 'event')!.id, claims.find(({ kind }) => kind === 'figure')!.id];
  await app.ask('policy.describe', {
    records: [
      { record: 'scale', code: 'depth', kind: 'ladder', label: 'Depth', steps: [{ code: 'SKD' }, { code: 'CKD', label: 'complete kits' }] },
      { record: 'scale', code: 'acts', kind: 'stages', steps: [{ code: 'applied', does: 'opens', on: 'force', after: 'adopted' }] },
      { record: 'thing', name: 'Plant A', types: ['project'], aliases: ['The first plant'], ladder: 'depth', area: ['RU'], summary: 'Builds cars.' },
      { record: 'thing', name: 'the fee', types: ['instrument'], class: 'fee', stages: 'acts', note: 'A note.' },
      { record: 'link', kind: 'part_of', from: { name: 'Plant A' }, to: { name: 'Plants' }, note: 'One of several.' },
      { record: 'link', kind: 'cause', from: { name: 'the fee' }, to: { claim: stop }, claims: [figureId], period: '2025' },
      { record: 'link', kind: 'counts', from: { claim: figureId }, to: { name: 'Plants' } },
      {
        record: 'schedule',
        of: 'the fee',
        gives: 'share',
        to: 'Plant A',
        driver: { measure: 'points', unit: 'POINTS' },
        unit: 'PCT',
        form: 'linear',
        points: [
          ['0', '0'],
          ['100', '50'],
        ],
        floor: '0',
        cap: '50',
        period: '2024/..',
        claims: [figureId],
      },
      {
        record: 'schedule',
        of: 'the fee',
        gives: 'rate',
        driver: { measure: 'price', unit: 'USD' },
        unit: 'USD',
        form: 'formula',
        formula: '0.5 * (driver - 10)',
      },
      { record: 'conversion', name: 'usual', from: 'USD', to: 'RUB', own: { value: '86', unit: 'RUB_PER_USD', reason: 'as of the year' } },
      { record: 'conversion', name: 'of a claim', from: 'EUR', to: 'RUB', claim: figureId, note: 'Its rate.' },
      { record: 'board', name: 'Market', from: '2020', to: '2027' },
      { record: 'board', name: 'Fees', axis: 'own' },
      {
        record: 'panel',
        board: 'Market',
        name: 'Sales',
        title: 'Sales were above a million',
        strands: [{ measure: 'sales' }],
        form: 'bars',
        findings: [{ is: 'above', figure: { of: { measure: 'sales' }, at: '2023' }, than: 1000000 }],
        events: [{ thing: 'the fee', tracks: ['force'] }],
      },
      { record: 'panel', board: 'Market', name: 'Change', strands: [{ measure: 'sales' }], form: 'line', transform: { of: 'change', on: 'year' } },
      { record: 'note', on: { claim: figureId }, text: 'Rounded by its source.' },
      { record: 'note', on: { when: '2024-02' }, text: 'Talks in the ministry.', panel: 'Market/Sales', lane: 'the fee' },
    ],
  });
  await app.ask('policy.decide', { claims: [stop], claimId: stop, reason: 'It was there.' });
  const other = claims.find(({ id, kind }) => kind === 'event' && id !== stop);
  if (other !== undefined) await app.ask('policy.decide', { claims: [other.id], own: '2024-03', reason: 'As the ledger of the plant has it.' });
}

async function decide(app: App): Promise<void> {
  const { observations } = await app.ask('ledger.list', {});
  const rival = observations.find((one) => one.claims.length > 2)!;
  await app.ask('ledger.decide', { observationId: rival.id, claimId: rival.claims[0]!, reason: 'The first is nearer.' });
  const other = observations.find((one) => one.id !== rival.id && one.claims.length > 1)!;
  await app.ask('ledger.decide', {
    observationId: other.id,
    own: { low: '52', high: '54', qualifier: 'between' },
    reason: 'Between the two.',
  });
  const { groups } = await app.ask('conflicts.list', {});
  for (const group of groups) {
    const { decision } = (await app.ask('conflicts.list', { kind: group.kind })).groups.find((one) => one.id === group.id) ?? { decision: null };
    if (decision === null) await app.call('conflicts.decide', { id: group.id, outcome: 'not_comparable', reason: 'Other things.' });
  }
}

async function setAgainst(app: App, claimIds: readonly string[]): Promise<void> {
  for (const question of ['Why did it stop?', 'Who is right?']) {
    const matrix = await app.ask('conflicts.startMatrix', { question, hypotheses: ['One reason', 'Another reason'], claimIds: [...claimIds] });
    for (const [index, { id }] of matrix.hypotheses.entries())
      await app.ask('conflicts.mark', {
        matrixId: matrix.id,
        hypothesisId: id,
        claimId: claimIds[index]!,
        consistency: index === 0 ? 'C' : 'I',
      });
  }
}

async function describe(app: App): Promise<void> {
  await app.ask('actors.save', {
    name: 'Autostat',
    kind: 'research_institute',
    aliases: ['Автостат'],
    roles: [{ role: 'analyst', at: 'Agency B', period: '2023' }],
    relations: [{ kind: 'member_of', other: 'Agency B' }],
    note: 'A note on the actor.',
  });
  await app.ask('actors.save', { name: 'Agency B', kind: 'company' });
  await app.ask('actors.judge', { one: 'Autostat', other: 'Agency C', outcome: 'not_same', reason: 'Two houses.' });
  await app.ask('actors.judge', { one: 'Agency B', other: 'Agency D', outcome: 'same' });
  await app.ask('ledger.describeMeasure', {
    code: 'sales',
    label: 'Sales',
    counts: 'cars sold',
    family: 'sales',
    unit: 'UNITS',
    isAdditive: true,
    low: '0',
  });
  await app.ask('ledger.describeMeasure', { code: 'market_share', label: 'Share', unit: 'PCT', isAdditive: false, low: '0', high: '100' });
  await app.ask('checks.saveFormula', { name: 'Share', formula: 'market_share = 100 * sales("Cars") / sales("all")', unit: 'PCT' });
  await app.ask('checks.saveFormula', { name: 'Twice', formula: 'sales = 2 * exports', isOn: false });
  await app.ask('checks.setRule', { rule: 'growth', isOn: false });
  await app.ask('checks.setRule', { rule: 'interpolation', isOn: false });
  const series = (await app.ask('ledger.series', {})).series.map((one) => one.id);
  await app.ask('ledger.keepApart', { one: series[0]!, other: series[1]! });
  await app.ask('ledger.keepApart', { one: series[1]!, other: series[2]! });
}

/** Records that are gone, edits that were undone, and a text that was replaced. */
async function leaveTraces(app: App, source: string): Promise<void> {
  const { claims } = await app.ask('claims.capture', {
    claims: [figure(source, '1 October 2024', { measure: 'gone' }), figure(source, 'first half of 2023', { measure: 'gone' })],
  });
  await app.ask('claims.setCells', { cells: claims.map(({ id }) => ({ id, field: 'note', value: 'soon gone' })) });
  await app.ask('claims.remove', { ids: claims.map(({ id }) => id) });
  await app.ask('sources.update', { id: source, patch: { grade: 'D' } });
  await app.ask('history.undo', {});
  await app.ask('sources.replace', { id: source, text: `${marketText.replace('2025', '2026')}\nOne line more.` });
}
