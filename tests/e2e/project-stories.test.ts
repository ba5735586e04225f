// Stories of projects, positions and money, as a person lives them: told in a text, captured by keys, seen where they belong,
// traced, handed over.
import { expect } from './served-workbook.ts';
import { bringIn, capture, describeNew, handedOver, handedOverSheet, link, openThing, openView, type ToldClaim, test, trace } from './story-steps.ts';

const exactly = (value: string) => ({ low: value, high: value, qualifier: 'exact' }) as const;
const project = { kind: 'event', subjectType: 'project', area: 'RU' } as const;

const works = {
  start: 'In 2023 the Moskvich works, once of Renault, put cars of JAC together from kits.',
  made: 'In its first year, 2023, it made 31 thousand cars.',
  first: 'For 2023 it had planned 50 thousand.',
  plan: 'Its first plan for 2024 was 100 thousand cars.',
  cut: 'Later the plan for 2024 was cut to 27 thousand cars.',
};
const output = (status: 'actual' | 'plan', period: string, thousands: string, words: string, ref?: string): ToldClaim => ({
  kind: 'figure',
  ...(ref === undefined ? {} : { ref }),
  measure: 'plant_output',
  subject: 'Moskvich works',
  area: 'RU',
  period,
  status,
  unit: 'UNITS',
  multiplier: 3,
  value: exactly(thousands),
  saidBy: ['Moskvich works'],
  words,
});
const worksStart: ToldClaim = {
  ...project,
  subject: 'Moskvich works',
  stage: 'started',
  when: '2023',
  depth: 'CKD',
  counterparties: ['JAC'],
  details: [{ is: 'former owner', value: 'Renault' }],
  words: works.start,
};

test('S16 a works starts with a partner, reaches 62 % of its plan, and its next plan is cut', async ({ page, begin }) => {
  await begin([
    {
      title: 'Works digest',
      publishedOn: '2024-02',
      claims: [
        worksStart,
        output('actual', '2023', '31', works.made),
        output('plan', '2023', '50', works.first),
        output('plan', '2024', '100', works.plan),
      ],
    },
  ]);
  await bringIn(page, { title: 'Autumn digest', publishedOn: '2024-10', text: works.cut });
  await capture(page, {
    kind: 'figure',
    words: works.cut,
    fields: {
      Measure: 'plant_output',
      Subject: 'Moskvich works',
      Area: ['RU'],
      Qualifier: 'exact',
      Value: '27',
      Scale: 'thousand',
      Unit: 'UNITS',
      Change: 'level',
      Status: 'plan',
      Period: '2024',
      'Said by': ['Moskvich works'],
    },
  });
  const shown = await openThing(page, 'Projects', 'Moskvich works');
  await expect(shown.getByRole('list', { name: 'Stages' })).toContainText('with JAC · CKD · former owner: Renault');
  const plans = shown.getByRole('region', { name: 'Plans' });
  await expect(plans).toContainText('62 % of the plan');
  await trace(page, plans.getByRole('button', { name: /-73/ }), works.cut);
  const told = await handedOverSheet(page, 'Plans');
  expect(told.filter((row) => String(row['Period']) === '2024').map((row) => row['Quote'])).toEqual([works.plan, works.cut]);
});

const line = {
  start: 'In 2023 AvtoVAZ began the X-Cross at the St Petersburg works, once of Nissan.',
  stop: 'After the listing of September 2023 the line was wound down.',
  again: 'In March 2024 the works began the Xcite from kits of Chery.',
  halt: 'In February 2025 it stood still again, for want of buyers.',
};

test('S17 a works starts, stops and starts again: product, partner and cause of each stretch', async ({ page, begin }) => {
  const at = { ...project, subject: 'St Petersburg works' };
  await begin([
    {
      title: 'Plant digest',
      publishedOn: '2025-03',
      claims: [
        { ...at, stage: 'started', when: '2023', by: ['AvtoVAZ'], details: [{ is: 'product', value: 'X-Cross' }], words: line.start },
        { ...at, stage: 'stopped', when: '2023-09/2023-12', cause: 'US listing', words: line.stop },
        { ...at, stage: 'started', when: '2024-03', counterparties: ['Chery'], details: [{ is: 'product', value: 'Xcite' }], words: line.again },
      ],
    },
  ]);
  await bringIn(page, { title: 'Winter digest', publishedOn: '2025-03', text: line.halt });
  await capture(page, {
    kind: 'event',
    words: line.halt,
    fields: { Subject: 'St Petersburg works', Type: 'project', Stage: 'Stopped', When: '2025-02', Cause: 'Low sales', Area: ['RU'] },
  });
  const shown = await openThing(page, 'Projects', 'St Petersburg works');
  const stages = shown.getByRole('list', { name: 'Stages' });
  await expect(stages.getByRole('listitem')).toContainText([/by AvtoVAZ.*product: X-Cross/, /US listing/, /with Chery.*product: Xcite/, /Low sales/]);
  await openView(page, 'Timeline');
  const lane = page.getByRole('region', { name: 'St Petersburg works' });
  await trace(page, lane.getByRole('button', { name: /^Stopped, paused.*2025/ }), line.halt);
  const { policy } = await handedOver(page);
  expect(policy.lifeCycles.find(({ name }) => name === 'St Petersburg works')?.intervals.map(({ track }) => track)).toEqual([
    'force',
    'pause',
    'force',
    'pause',
  ]);
});

test('S18 six works are said, two are named: the figure is linked to the list that it counts', async ({ page, begin }) => {
  const six = 'By July 2023 six works of foreign makers were used for Chinese models, or were to be.';
  await begin(
    [
      {
        title: 'Plant digest',
        publishedOn: '2025-03',
        claims: [worksStart, { ...project, subject: 'St Petersburg works', stage: 'started', when: '2023', words: line.start }],
      },
    ],
    () =>
      ['Moskvich works', 'St Petersburg works'].map((name) => ({
        record: 'link',
        kind: 'part_of',
        from: { name },
        to: { name: 'Former foreign works' },
      })),
  );
  await bringIn(page, { title: 'Wire digest', publishedOn: '2023-07', text: six });
  await capture(page, {
    kind: 'figure',
    words: six,
    fields: {
      Measure: 'works_count',
      Subject: 'Former foreign works',
      Area: ['RU'],
      Qualifier: 'exact',
      Value: '6',
      Unit: 'WORKS',
      Change: 'level',
      Period: '2023-07',
    },
  });
  await describeNew(page, 'Projects', 'Former foreign works');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Link Former foreign works' });
  await dialog.getByRole('combobox', { name: 'Former foreign works …' }).click();
  await page.getByRole('option', { name: 'is counted in', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Figure that counts it' }).click();
  await page.getByRole('option', { name: /^6.*Wire digest$/ }).click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  const counts = page.getByRole('region', { name: 'Former foreign works', exact: true }).getByRole('region', { name: 'Counts' });
  await expect(counts).toContainText('6 said, 2 named');
  await expect(counts).toContainText('fewer named than said');
  await trace(page, counts.getByRole('button'), six);
  const { policy } = await handedOver(page);
  expect(policy.counts).toMatchObject([{ of: 'Former foreign works', low: '6', named: 2, result: 'short' }]);
});

test('S19 works in Europe stand beside one in Russia as comparable', async ({ page, begin }) => {
  const hungary = 'BYD has announced a works for electric cars in Hungary, its first in Europe.';
  await begin([{ title: 'Plant digest', publishedOn: '2025-03', claims: [worksStart] }]);
  await bringIn(page, { title: 'Europe digest', publishedOn: '2025-03', text: hungary });
  await capture(page, {
    kind: 'event',
    words: hungary,
    fields: { Subject: 'BYD works in Hungary', Type: 'project', Stage: 'Announced', When: '../2025', Area: ['HU'], 'By whom': ['BYD'] },
  });
  const shown = await openThing(page, 'Projects', 'BYD works in Hungary');
  await link(page, 'BYD works in Hungary', 'is comparable with', 'Moskvich works');
  await trace(page, shown.getByRole('list', { name: 'Stages' }).getByRole('button').first(), hungary);
  const projects = await handedOverSheet(page, 'Projects');
  expect(projects.map((row) => [row['Name'], row['Area'], row['Comparable']])).toEqual([
    ['BYD works in Hungary', 'HU', 'Moskvich works'],
    ['Moskvich works', 'RU', 'BYD works in Hungary'],
  ]);
});

test('S20 a path that goes down the ladder of depths is told as a conflict of order, and decided', async ({ page, begin }) => {
  const path = 'Makers would begin with CKD, go on to SKD and then make parts.';
  await begin([], () => [
    {
      record: 'scale',
      code: 'assembly',
      kind: 'ladder',
      label: 'Assembly',
      steps: ['SKD', 'CKD', 'full_cycle', 'parts_made'].map((code) => ({ code, label: '' })),
    },
  ]);
  await bringIn(page, { title: 'Talk with an economist', publishedOn: '2025-04', text: path });
  await capture(page, {
    kind: 'event',
    words: path,
    fields: { Subject: 'Path of makers', Type: 'project', Stage: 'Announced', When: '2025/2030', Sequence: ['CKD', 'SKD', 'parts_made'] },
  });
  await openView(page, 'Conflicts');
  const item = page.locator('.conflict-item', { hasText: 'Path of makers' }).first();
  await item.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Conflicts' })).toContainText(/CKD.*SKD/);
  await page.keyboard.press('1');
  await page.getByPlaceholder('Reason, in a sentence').fill('A slip of the tongue: SKD is the shallower step.');
  await page.keyboard.press('Control+Enter');
  await expect(item).toBeHidden();
  const shown = await openThing(page, 'Projects', 'Path of makers');
  await trace(page, shown.getByRole('list', { name: 'Stages' }).getByRole('button').first(), path);
  const events = await handedOverSheet(page, 'Events');
  expect(events.map((row) => [row['Sequence'], row['Quote']])).toEqual([['CKD; SKD; parts_made', path]]);
});

const view = (actor: string, topic: string, stance: 'supports' | 'opposes' | 'doubts' | 'expects', words: string): ToldClaim => ({
  kind: 'statement',
  actor,
  topic,
  stance,
  gist: words,
  saidBy: [actor],
  words,
});

test('S22 hopeful and wary voices on one question stand side by side, each with the grade of its source', async ({ page, begin }) => {
  const wary = 'Chinese makers hold back from works in Russia, whatever is offered.';
  const hopeful = 'The ambassador sees Chinese makers look for more in Russia.';
  await begin([{ title: 'Wire item', publishedOn: '2025', grade: 'D', claims: [view('Zhang Hanhui', 'Local works', 'supports', hopeful)] }]);
  await bringIn(page, { title: 'Trade digest', publishedOn: '2025-03', text: wary });
  await capture(page, {
    kind: 'statement',
    words: wary,
    fields: { Actor: 'Chinese makers', Topic: 'Local works', Stance: 'Doubts', Gist: 'They hold back.' },
  });
  await openView(page, 'Instruments');
  await page.getByRole('radio', { name: /^Positions/ }).click();
  const matrix = page.getByRole('table', { name: 'Positions by actor and subject' });
  await expect(matrix.getByRole('row', { name: /Zhang Hanhui.*Supports/ })).toBeVisible();
  await matrix
    .getByRole('row', { name: /Chinese makers/ })
    .getByRole('button', { name: 'Doubts' })
    .press('Enter');
  await trace(page, page.locator('.positions-history').getByRole('button', { name: 'They hold back.' }), wary);
  const positions = await handedOverSheet(page, 'Positions');
  expect(positions.map((row) => [row['Actor'], row['Stance'], row['Quote']])).toEqual(
    expect.arrayContaining([
      ['Zhang Hanhui', 'supports', hopeful],
      ['Chinese makers', 'doubts', wary],
    ]),
  );
});

test('S28 who wants what of new terms: makers, ministry and dealers, with what one said before', async ({ page, begin }) => {
  const turned = 'In May 2025 the dealers came out against the new terms.';
  await begin([
    {
      title: 'Terms digest',
      publishedOn: '2025-02',
      claims: [
        view('AvtoVAZ', 'New terms', 'opposes', 'AvtoVAZ stood against the new terms.'),
        view('Kamaz', 'New terms', 'opposes', 'Kamaz would not have them either.'),
        view('Ministry of Industry', 'New terms', 'supports', 'The ministry had drawn the terms up.'),
        view('Dealers', 'New terms', 'supports', 'The dealers welcomed them.'),
      ],
    },
  ]);
  await bringIn(page, { title: 'May digest', publishedOn: '2025-05', text: turned });
  await capture(page, {
    kind: 'statement',
    words: turned,
    fields: { Actor: 'Dealers', Topic: 'New terms', Stance: 'Opposes', Gist: 'Against the terms.' },
  });
  await openView(page, 'Instruments');
  await page.getByRole('radio', { name: /^Positions/ }).click();
  const matrix = page.getByRole('table', { name: 'Positions by actor and subject' });
  await matrix
    .getByRole('row', { name: /Dealers.*changed/ })
    .getByRole('button')
    .press('Enter');
  const history = page.locator('.positions-history');
  await expect(history).toContainText('The dealers welcomed them.');
  await trace(page, history.getByRole('button', { name: 'Against the terms.' }), turned);
  const { policy } = await handedOver(page);
  expect(policy.positions.map(({ actor, stance, state }) => `${actor} ${stance} ${state}`).toSorted()).toEqual([
    'AvtoVAZ opposes held',
    'Dealers opposes changed',
    'Kamaz opposes held',
    'Ministry of Industry supports held',
  ]);
});

test('S29 a loss in two currencies: each kept as told, with the rate that both imply', async ({ page, begin }) => {
  const roubles = 'For 2023 the Moskvich works wrote a net loss of 8.6 billion roubles.';
  const dollars = 'That is about 100 million dollars.';
  await begin([{ title: 'Plant digest', publishedOn: '2025-03', claims: [worksStart] }]);
  await bringIn(page, { title: 'Loss digest', publishedOn: '2024-06', text: `${roubles}\n${dollars}` });
  const loss = { Measure: 'net_loss', Subject: 'Moskvich works', Area: ['RU'], Change: 'level', Period: '2023' };
  await capture(page, { kind: 'figure', words: roubles, fields: { ...loss, Qualifier: 'exact', Value: '8.6', Scale: 'billion', Unit: 'RUB' } });
  await capture(page, { kind: 'figure', words: dollars, fields: { ...loss, Qualifier: 'about  ≈', Value: '100', Scale: 'million', Unit: 'USD' } });
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence.getByRole('region', { name: /^Checks/ })).toContainText('gives 86 RUB/USD');
  const shown = await openThing(page, 'Projects', 'Moskvich works');
  const figures = shown.getByRole('region', { name: 'Figures' });
  await expect(figures.getByRole('region', { name: 'net loss · RU · USD' })).toContainText('95,000,000–105,000,000 USD');
  const inRoubles = figures.getByRole('region', { name: 'net loss · RU · RUB' });
  await trace(page, inRoubles.locator('.rate-value').filter({ hasText: '8,600,000,000 RUB' }), roubles);
  const rows = await handedOverSheet(page, 'Figures');
  expect(rows.map((row) => row['Unit']).toSorted()).toEqual(['RUB', 'USD']);
});

test('S30 makers left and may come back: an exit, and a return that is only expected', async ({ page, begin }) => {
  const back = 'Some think that Western makers may come back in 2026.';
  await begin([
    {
      title: 'Market digest',
      publishedOn: '2025-03',
      claims: [
        {
          kind: 'event',
          subject: 'Western makers',
          subjectType: 'actor',
          area: 'RU',
          stage: 'exited',
          when: '2022',
          words: 'In 2022 Western makers left the market.',
        },
      ],
    },
  ]);
  await bringIn(page, { title: 'Hopes', publishedOn: '2025-04', text: back });
  await capture(page, {
    kind: 'event',
    words: back,
    fields: { Subject: 'Western makers', Type: 'actor', Stage: 'Returned', When: '2026', Status: 'expected', Area: ['RU'] },
  });
  await openView(page, 'Timeline');
  const lane = page.getByRole('region', { name: 'Western makers' });
  await expect(lane.getByRole('button', { name: /Exited/ }).first()).toBeVisible();
  await trace(page, lane.getByRole('button', { name: /Returned/ }).first(), back);
  const { policy } = await handedOver(page);
  expect(policy.lifeCycles).toMatchObject([{ name: 'Western makers', state: expect.any(String), returns: [expect.any(String)] }]);
});
