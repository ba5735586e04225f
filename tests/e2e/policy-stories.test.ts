// Stories of instruments, as a person lives them: told in a text, captured by keys, seen where they belong, traced, handed over.
import type { Page } from '@playwright/test';
import { expect } from './served-workbook.ts';
import { bringIn, capture, describeNew, handedOver, handedOverSheet, link, openThing, openView, type ToldClaim, test, trace } from './story-steps.ts';

const event = { kind: 'event', subjectType: 'instrument' } as const;
const inForceOn = (page: Page, day: string) => page.getByLabel('In force on').fill(day);
const answerOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `) });

const fee = {
  rise: 'On 1 October 2024 the utilisation fee went up by 70 to 85 per cent, depending on the class.',
  path: 'Each year through 2030 it is to grow by a further 10 to 20 per cent.',
  back: 'Since the start of 2025 works in the country get the utilisation fee back from the budget.',
  share: 'What a works gets back follows its local content.',
  local: 'The local content of the works came to 60 per cent in 2025.',
};
const feeChange = {
  Measure: 'utilisation_fee_change',
  Subject: 'Utilisation fee',
  Area: ['RU'],
  Qualifier: 'between',
  Unit: 'PCT',
  Change: 'percent change',
};
const feeRise: ToldClaim = { ...event, subject: 'Utilisation fee', stage: 'amended', when: '2024-10-01', area: 'RU', words: fee.rise };

test('S01 a fee rises once and is to rise yearly: three readings of its path, under either name', async ({ page, begin }) => {
  await begin([{ title: 'Trade digest', publishedOn: '2025-03', claims: [feeRise] }]);
  await bringIn(page, { title: 'Fee digest', publishedOn: '2025-03', text: `${fee.rise}\n${fee.path}` });
  await capture(page, { kind: 'figure', words: fee.rise, fields: { ...feeChange, Value: '70', To: '85', Period: '2024-10-01' } });
  await capture(page, {
    kind: 'figure',
    words: fee.path,
    fields: { ...feeChange, Value: '10', To: '20', Status: 'plan', Period: '2025/2030', Per: 'a year', 'Path to': '2030' },
  });

  const shown = await openThing(page, 'Instruments', 'Utilisation fee');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Describe Utilisation fee' });
  await dialog.getByRole('combobox', { name: 'Other names' }).fill('Recycling tax');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(shown).toContainText('also Recycling tax');
  const readings = shown.getByRole('region', { name: 'Readings by year' });
  await expect(readings.getByRole('row', { name: /compounded, first step in the first year .*×3\.01–5\.52$/ })).toBeVisible();
  await expect(readings.getByRole('row', { name: /compounded, first step a year later .*×2\.74–4\.6$/ })).toBeVisible();
  await expect(readings.getByRole('row', { name: /additive .*×2\.3–3\.05$/ })).toBeVisible();
  await trace(page, shown.getByRole('list', { name: 'Steps' }).getByRole('button').first(), fee.rise);

  await openView(page, 'Instruments');
  await page.keyboard.press('Escape');
  await inForceOn(page, '2024-09-30');
  await expect(answerOf(page, 'Utilisation fee')).toHaveAccessibleName(/: yes/);
  const rates = await handedOverSheet(page, 'Rates');
  const in2030 = rates.filter((row) => row['Year'] === 2030).map((row) => [row['Low'], row['High']].map((bound) => Number(bound).toFixed(2)));
  expect(in2030).toEqual([
    ['3.01', '5.52'],
    ['2.74', '4.60'],
    ['2.30', '3.05'],
  ]);
});

test('S02 a fee is given back: a part of the fee, whose share follows a schedule', async ({ page, begin }) => {
  await begin(
    [
      { title: 'Trade digest', publishedOn: '2025-03', claims: [feeRise] },
      {
        title: 'Budget digest',
        publishedOn: '2025-06',
        claims: [
          { ref: 'share', kind: 'statement', actor: 'Ministry of Industry', topic: 'Fee reimbursement', stance: 'supports', words: fee.share },
          {
            kind: 'figure',
            measure: 'local_content',
            subject: 'Works',
            area: 'RU',
            period: '2025',
            status: 'actual',
            unit: 'PCT',
            value: { low: '60', high: '60', qualifier: 'exact' },
            words: fee.local,
          },
        ],
      },
    ],
    (claim) => [
      {
        record: 'schedule',
        of: 'Fee reimbursement',
        gives: 'share',
        to: 'Works in the country',
        driver: { measure: 'local_content', unit: 'PCT' },
        unit: 'PCT',
        form: 'proportional',
        points: [['100', '100']],
        claims: [claim('share')],
      },
    ],
  );
  await bringIn(page, { title: 'Fee digest', publishedOn: '2025-03', text: fee.back });
  await capture(page, {
    kind: 'event',
    words: fee.back,
    fields: { Subject: 'Fee reimbursement', Type: 'instrument', Stage: 'In force', When: '2025-01/..', Area: ['RU'] },
  });
  await openView(page, 'Instruments');
  await inForceOn(page, '2025-12-31');
  const shown = await openThing(page, 'Instruments', 'Fee reimbursement');
  await link(page, 'Fee reimbursement', 'is part of', 'Utilisation fee');
  await expect(shown.getByRole('region', { name: 'Links' })).toContainText('is part of');
  await trace(page, shown.getByRole('region', { name: 'Rates' }).getByRole('button', { name: /60/ }), fee.share);
  const { policy } = await handedOver(page);
  expect(policy.instruments.find(({ name }) => name === 'Utilisation fee')?.parts).toEqual(['Fee reimbursement']);
});

const contract = {
  draft: 'In December 2024 the ministry put forward new terms for investment contracts, with the whole fee given back.',
  halt: 'The talks on the new terms were broken off, since the makers of the country stood against them.',
};

test('S03 new terms of a contract: proposed, then halted by those who stood against them', async ({ page, begin }) => {
  await begin([
    {
      title: 'Contract digest',
      publishedOn: '2025-02',
      claims: [
        { ...event, subject: 'SPIC new terms', stage: 'proposed', when: '2024-12', area: 'RU', by: ['Ministry of Industry'], words: contract.draft },
        { ...event, subject: 'SPIC', stage: 'present', when: '2024', area: 'RU', words: 'Investment contracts were in use in 2024.' },
      ],
    },
  ]);
  await bringIn(page, { title: 'Talks digest', publishedOn: '2025-05', text: contract.halt });
  await capture(page, {
    kind: 'event',
    words: contract.halt,
    fields: { Subject: 'SPIC new terms', Type: 'instrument', Stage: 'Halted', When: '2024-12/..', Cause: 'Resistance of local makers' },
  });
  const shown = await openThing(page, 'Instruments', 'SPIC new terms');
  await link(page, 'SPIC new terms', 'is part of', 'SPIC');
  await expect(shown.getByRole('heading', { level: 2 })).toContainText('halted');
  await expect(shown.getByRole('list', { name: 'Stages' })).toContainText('Resistance of local makers');
  await trace(page, shown.getByRole('button', { name: 'what ended it' }), contract.halt);
  await openView(page, 'Instruments');
  await page.keyboard.press('Escape');
  await inForceOn(page, '2025-06-01');
  await expect(answerOf(page, 'SPIC new terms')).toHaveAccessibleName(/: no/);
  const stages = await handedOverSheet(page, 'Stages');
  expect(stages.find((row) => row['Name'] === 'SPIC new terms')).toMatchObject({ Track: 'draft', Quote: contract.draft });
});

const tariff = 'By 2025 import tariffs had been put up by 80 per cent.';

test('S04 a tariff rise of which only a change is told: described as an instrument, what is missing is named', async ({ page, begin }) => {
  await begin([]);
  await bringIn(page, { title: 'Opinion', publishedOn: '2025-05', text: tariff });
  await capture(page, {
    kind: 'figure',
    words: tariff,
    fields: {
      Measure: 'import_tariff_change',
      Subject: 'Import tariffs',
      Area: ['RU'],
      Value: '80',
      Unit: 'PCT',
      Change: 'percent change',
      Period: '../2025',
    },
  });
  await describeNew(page, 'Instruments', 'Import tariffs');
  const rates = page.getByRole('region', { name: 'Import tariffs' }).getByRole('region', { name: 'Rates' });
  await expect(rates).toContainText('Missing: An amount');
  await trace(page, rates.getByRole('button', { name: /×\s?1\.8/ }), tariff);
  const { policy } = await handedOver(page);
  expect(policy.rates).toMatchObject([{ name: 'Import tariffs', rates: [{ unit: 'TIMES', steps: [{ low: '1.8', isChange: true }] }] }]);
});

const keyRate = {
  first: 'The central bank of Russia held its key rate at 19 per cent from 16 September 2024.',
  second: 'From 28 October 2024 it was 21 per cent.',
  china: 'The prime rate in China stood at 3.1 per cent from 21 October 2024.',
};
const rate = (area: string, period: string, value: string, words: string): ToldClaim => ({
  kind: 'figure',
  measure: 'key_rate',
  subject: 'Key rate',
  area,
  period,
  status: 'actual',
  unit: 'PCT',
  value: { low: value, high: value, qualifier: 'exact' },
  words,
});

test('S05 key rates of two countries step side by side, each with its value on a day', async ({ page, begin }) => {
  await begin([
    {
      title: 'Bank digest',
      publishedOn: '2024-12',
      claims: [rate('RU', '2024-09-16', '19', keyRate.first), rate('CN', '2024-10-21', '3.1', keyRate.china)],
    },
  ]);
  await bringIn(page, { title: 'October digest', publishedOn: '2024-11', text: keyRate.second });
  await capture(page, {
    kind: 'figure',
    words: keyRate.second,
    fields: { Measure: 'key_rate', Subject: 'Key rate', Area: ['RU'], Value: '21', Unit: 'PCT', Period: '2024-10-28' },
  });
  await describeNew(page, 'Instruments', 'Key rate');
  const shown = page.getByRole('region', { name: 'Key rate', exact: true });
  await expect(shown.getByRole('region', { name: 'key rate · RU' }).locator('.rate-value')).toHaveText('21 %');
  await expect(shown.getByRole('region', { name: 'key rate · CN' }).locator('.rate-value')).toHaveText('3.1 %');
  await openView(page, 'Timeline');
  const lane = page.getByRole('region', { name: /^key rate · RU/ });
  await trace(page, lane.getByRole('button', { name: /^rate · 21 %/ }), keyRate.second);
  const { policy } = await handedOver(page);
  expect(policy.rates[0]?.rates.map((one) => [one.class, one.on?.low])).toEqual([
    ['key rate · CN', '3.1'],
    ['key rate · RU', '21'],
  ]);
});

const listing = {
  all: 'In mid-September 2023 the treasury put more than a hundred companies on its list.',
  first: 'AvtoVAZ was put on the list on 14 September 2023.',
  second: 'On 14 September 2023 the list took in Sollers too.',
  stop: 'Soon after it was listed AvtoVAZ wound the X-Cross line down.',
};
const batch = 'US list of September 2023';

test('S06 one batch of a list: its members, how many were said, and what it brought about', async ({ page, begin }) => {
  const listed: ToldClaim = {
    kind: 'event',
    subject: 'AvtoVAZ',
    subjectType: 'actor',
    stage: 'listed',
    when: '2023-09-14',
    by: ['OFAC'],
    batch,
    details: [{ is: 'class', value: 'companies' }],
    words: listing.first,
  };
  await begin(
    [
      {
        title: 'List digest',
        publishedOn: '2023-09-16',
        claims: [
          {
            ref: 'count',
            kind: 'figure',
            measure: 'sanctions_targets',
            subject: batch,
            basis: 'companies',
            period: '2023-09',
            status: 'actual',
            unit: 'TARGETS',
            value: { low: '100', high: null, qualifier: 'over' },
            words: listing.all,
          },
          { ...listed, ref: 'listed' },
          {
            ref: 'stop',
            kind: 'event',
            subject: 'X-Cross line',
            subjectType: 'project',
            stage: 'stopped',
            when: '2023-09/..',
            cause: 'the listing',
            words: listing.stop,
          },
        ],
      },
    ],
    (claim) => [
      { record: 'thing', name: batch, types: ['listing'] },
      { record: 'link', kind: 'counts', from: { claim: claim('count') }, to: { name: batch } },
      { record: 'link', kind: 'cause', from: { claim: claim('listed') }, to: { claim: claim('stop') } },
    ],
  );
  await bringIn(page, { title: 'Second digest', publishedOn: '2023-09-16', text: listing.second });
  await capture(page, {
    kind: 'event',
    words: listing.second,
    fields: {
      Subject: 'Sollers',
      Type: 'actor',
      Stage: 'Listed',
      When: '2023-09-14',
      'By whom': ['OFAC'],
      Batch: batch,
      Details: ['class: companies'],
    },
  });
  await openView(page, 'Timeline');
  await page.getByRole('combobox', { name: 'Lanes by' }).selectOption('batch');
  const lane = page.getByRole('region', { name: batch });
  await trace(page, lane.getByRole('button', { name: /Sollers/ }).first(), listing.second);
  const { policy } = await handedOver(page);
  expect(policy.batches).toMatchObject([{ name: batch, counts: [{ named: 2, result: 'short' }] }]);
  expect(policy.batches[0]?.members.map(({ name }) => name).toSorted()).toEqual(['AvtoVAZ', 'Sollers']);
  expect(policy.batches[0]?.effects).toHaveLength(1);
});

const ban = 'Should Western countries ban goods that hold their technology, Chinese makers would keep to it.';

test('S07 an export ban that is only thought of: its own track, with its condition, in force on no day', async ({ page, begin }) => {
  await begin([]);
  await bringIn(page, { title: 'Talk with an economist', publishedOn: '2025-04', text: ban });
  await capture(page, {
    kind: 'event',
    words: ban,
    fields: {
      Subject: 'Export ban on technology',
      Type: 'instrument',
      Stage: 'In force',
      When: '',
      Status: 'expected',
      Condition: 'Western countries ban it',
    },
  });
  await openView(page, 'Instruments');
  await inForceOn(page, '2026-01-01');
  await answerOf(page, 'Export ban on technology').press('Enter');
  await expect(page.getByRole('list', { name: 'Why' })).toContainText('only with a condition: Western countries ban it');
  const shown = await openThing(page, 'Instruments', 'Export ban on technology');
  await expect(shown.getByRole('heading', { level: 2 })).toContainText('hypothetical');
  await trace(page, shown.getByRole('list', { name: 'Stages' }).getByRole('button').first(), ban);
  const stages = await handedOverSheet(page, 'Stages');
  expect(stages).toMatchObject([{ Name: 'Export ban on technology', Track: 'if', Quote: ban }]);
});
