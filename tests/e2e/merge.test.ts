// Two copies of one workbook, worked on apart: reviewed by keys, merged, taken back; and files that cannot be merged.
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { sampleWorkbook } from './make-sample.ts';
import { expect, test } from './served-workbook.ts';
import { killServer, startServer } from './server.ts';
import { runFromPalette, seriousIn } from './source-steps.ts';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));

interface CallOf {
  readonly method: string;
  readonly input: object;
}

/** Plays calls on a workbook that nobody has open; answers their values. */
function play(path: string, author: string, calls: readonly CallOf[]): unknown[] {
  const done = spawnSync(process.execPath, [entry, 'call', path, '-'], {
    input: calls.map((one) => JSON.stringify(one)).join('\n'),
    env: { ...process.env, ASSAY_AUTHOR: author, ASSAY_HOME: join(path, '..') },
    encoding: 'utf8',
  });
  const lines = done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; value: unknown });
  if (lines.some(({ ok }) => !ok) || lines.length !== calls.length) throw new Error(`${done.stderr}${done.stdout}`);
  return lines.map(({ value }) => value);
}

interface Figure {
  readonly id: string;
  readonly measure: string;
  readonly subject: string;
  readonly period: string | null;
  readonly sourceId: string;
}

const setValue = (id: string, value: string): CallOf => ({ method: 'claims.setCells', input: { cells: [{ id, field: 'value', value }] } });
const setNote = (id: string, note: string): CallOf => ({ method: 'sources.update', input: { id, patch: { note } } });

interface Copies {
  readonly mine: string;
  readonly theirs: string;
}

/** Both changed the note of one source and the value of one claim; one removed a claim that the other changed; both gave a verdict. */
function twoCopies(folder: string): Copies {
  const [mine, theirs] = [join(folder, 'Market.assay'), join(folder, 'Market of Boris.assay')];
  cpSync(sampleWorkbook(), mine);
  const [listed] = play(mine, 'Anna', [{ method: 'claims.list', input: { kind: 'figure' } }]) as [{ claims: readonly Figure[] }];
  const figure = (measure: string, subject: string, period: string) =>
    listed.claims.find((one) => one.measure === measure && one.subject === subject && one.period === period)!;
  const output = figure('vehicle_production', 'Russian car industry', '2024');
  const demand = figure('vehicle_demand', 'Russian vehicle market', '2012');
  cpSync(mine, theirs);
  play(mine, 'Anna', [
    setNote(output.sourceId, 'Read in full.'),
    setValue(output.id, '761000'),
    { method: 'claims.remove', input: { ids: [demand.id] } },
  ]);
  play(theirs, 'Boris', [
    setNote(output.sourceId, 'The tables are missing.'),
    setValue(output.id, '765000'),
    setValue(demand.id, '2940000'),
    { method: 'sources.paste', input: { text: 'Dealers sold 12,000 cars in May 2024.', meta: { title: 'Dealers in May' } } },
  ]);
  return { mine, theirs };
}

async function chooseToMerge(page: Page, file: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await runFromPalette(page, '>merge with', /Merge with another workbook/);
  await (await asked).setFiles(file);
}

const merge = (page: Page) => page.getByRole('tabpanel', { name: 'Merge' });

test('two copies are reviewed by keys alone, merged in one edit and taken back', async ({ page, emptyServer: { folder } }) => {
  const { mine, theirs } = twoCopies(folder);
  const { url, server } = await startServer(mine, folder, 'Anna');
  await page.goto(url);
  await expect(page.getByRole('contentinfo')).toContainText('119');
  await chooseToMerge(page, theirs);
  const view = merge(page);
  const mergeButton = view.getByRole('button', { name: /^Merge/ });
  await expect(view.getByText('0 of 3 answered')).toBeVisible();
  await expect(view.locator('.merge-counts')).toContainText(/comes? in by/);
  await expect(mergeButton).toBeDisabled();
  await expect(view.getByText('3 left to answer')).toBeVisible();

  // What one removed and the other changed comes first.
  const question = view.getByRole('region', { name: 'Question' });
  await expect(question.getByRole('heading', { level: 2 })).toHaveText('Vehicle demand, Russian vehicle market, 2012');
  await expect(question.getByRole('article', { name: 'Mine' })).toContainText('Removed');
  await expect(question.getByRole('article', { name: 'Theirs' })).toContainText('Boris');
  expect(await seriousIn(page, '.merge')).toEqual([]);
  await page.keyboard.press('3');
  await expect(view.getByText('3 left to answer')).toBeVisible();
  await page.keyboard.press('1');

  const list = view.getByRole('navigation', { name: 'Questions' });
  await list
    .locator('[aria-current]', { hasText: 'note' })
    .or(list.locator('[aria-current]', { hasText: 'value' }))
    .waitFor();
  const isOnNote = async () => ((await list.locator('[aria-current]').textContent()) ?? '').includes('note');
  if (!(await isOnNote())) await page.keyboard.press('j');
  await expect(question.getByRole('article', { name: 'Mine' })).toContainText('Read in full.');
  await expect(question.getByRole('article', { name: 'Theirs' })).toContainText('The tables are missing.');
  await page.screenshot({ path: 'test-results/pages/merge-note-light-1440.png' });
  await page.keyboard.press('3');
  await expect(view.getByText('1 left to answer')).toBeVisible();
  await expect(question.getByRole('article', { name: 'Mine' })).toContainText('761,000');
  await expect(question.getByRole('article', { name: 'Theirs' })).toContainText('765,000');
  await question.getByRole('button', { name: 'Show what it was before' }).click();
  await expect(question).toContainText('760,000');
  await page.screenshot({ path: 'test-results/pages/merge-value-light-1440.png' });

  // Leaving keeps the answers.
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByRole('tabpanel', { name: 'Figures' })).toBeVisible();
  await chooseToMerge(page, theirs);
  await expect(view.getByText('2 of 3 answered')).toBeVisible();
  await expect(question.getByRole('article', { name: 'Theirs' })).toContainText('765,000');
  await page.keyboard.press('2');
  await expect(view.getByText('Nothing left to answer')).toBeVisible();
  await expect(mergeButton).toBeEnabled();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await seriousIn(page, '.merge')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/merge-dark-1024.png' });
  await page.keyboard.press('Control+Enter');
  await expect(view.getByText('Market of Boris.assay was merged into this workbook')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('24 sources');
  expect(await seriousIn(page, '.merge')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/merge-done-dark-1024.png' });

  await view.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(view.getByText('Nothing left to answer')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('23 sources');
  await page.keyboard.press('Control+Enter');
  await expect(view.getByText('Market of Boris.assay was merged into this workbook')).toBeVisible();
  await page.goto('about:blank');
  await killServer(server);
});

test('a copy that says nothing new and a file that is no workbook are told in words', async ({ page, served }) => {
  const same = join(served.folder, 'The same.assay');
  cpSync(sampleWorkbook(), same);
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await runFromPalette(page, '>merge', 'Go to Merge');
  await expect(merge(page).getByText(/Choose a copy of this workbook/)).toBeVisible();
  await chooseToMerge(page, same);
  await expect(merge(page).getByText(/Everything in The same.assay is here already/)).toBeVisible();
  const odd = join(served.folder, 'Odd.assay');
  writeFileSync(odd, 'This is no workbook.');
  await chooseToMerge(page, odd);
  await expect(merge(page).getByRole('alert')).toContainText('This file is not an Assay workbook. It was not touched.');
  await page.screenshot({ path: 'test-results/pages/merge-refused-light-1440.png' });
});
