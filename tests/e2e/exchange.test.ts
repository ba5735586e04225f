// Handing over from the window, and what comes back by being dropped on it.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { runFromPalette, seriousIn } from './source-steps.ts';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
const editSheet = fileURLToPath(new URL('./edit-sheet.ts', import.meta.url));

async function drop(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const at = { x: 400, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await browser.send('Input.dispatchDragEvent', { type, ...at });
  await browser.detach();
}

function run(program: string, words: readonly string[], folder: string): void {
  const done = spawnSync(process.execPath, [program, ...words], {
    env: { ...process.env, ASSAY_HOME: folder, ASSAY_AUTHOR: 'Boris' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr || done.stdout);
}

async function handOver(page: Page, typed: string, title: RegExp): Promise<ReturnType<Page['getByRole']>> {
  await runFromPalette(page, typed, title);
  const dialog = page.getByRole('dialog', { name: 'Hand over' });
  await expect(dialog.getByRole('region', { name: 'The receiver will see' })).toContainText('120 claims');
  return dialog;
}

test('an evidence pack is made of what was chosen, and opens offline as one page', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const dialog = await handOver(page, '>hand over', /Hand over/);
  const seen = dialog.getByRole('region', { name: 'The receiver will see' });
  await expect(seen).not.toContainText('note');
  await dialog.getByRole('checkbox', { name: 'Notes' }).check();
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/hand-over-light-1440.png' });
  await dialog.getByRole('radio', { name: 'Some series and sources' }).check();
  await expect(dialog.getByText('Choose at least one series or source.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Make the file' })).toBeDisabled();
  await dialog.getByRole('searchbox').fill('key rate');
  await dialog.locator('.out-list label').first().getByRole('checkbox').check();
  await expect(seen).toContainText(/Left out: 1\d\d claims/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  const path = join(served.folder, 'pack.html');
  await (await download).saveAs(path);
  await expect(page.getByText(/\.html was made/)).toBeVisible();
  const pack = await page.context().newPage();
  await pack.goto(`file://${path}`);
  const value = pack.locator('#figures td.number a').first();
  await value.click();
  const passage = pack.locator('.claim:target');
  await expect(passage.locator('mark')).toBeVisible();
  await passage.getByRole('link', { name: 'back to the figure' }).click();
  await expect(pack.locator('#figures tr:target')).toBeVisible();
  expect(await seriousIn(pack)).toEqual([]);
  await pack.screenshot({ path: 'test-results/pages/pack-light.png' });
  await pack.close();
});

test('a part that is shared says what is seen, comes back dropped, and is merged', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const dialog = await handOver(page, '>share a part', /Share a part/);
  await expect(dialog).toContainText('the whole text and file of each of these sources');
  await dialog.getByRole('checkbox', { name: 'Notes' }).uncheck();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.screenshot({ path: 'test-results/pages/share-light-1024.png' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  const path = join(served.folder, 'For Boris.assay');
  await (await download).saveAs(path);
  await expect(page.getByText(/What comes back: Merge/)).toBeVisible();
  const text = join(served.folder, 'dealers.txt');
  cpSync(fileURLToPath(new URL('../../README.md', import.meta.url)), text);
  run(entry, ['add', path, text, '--title', 'Dealers in May'], served.folder);
  await drop(page, path);
  const asked = page.getByRole('dialog', { name: /What is to be done with For Boris.assay/ });
  await expect(asked.getByRole('button', { name: /Open it/ })).toBeVisible();
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/dropped-light-1024.png' });
  await asked.getByRole('button', { name: /Merge it/ }).click();
  const view = page.getByRole('tabpanel', { name: 'Merge' });
  await expect(view.getByText('Nothing has to be answered')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('contentinfo')).toContainText('24 sources');
  await view.getByRole('button', { name: 'Close the review' }).click();
  const recent = view.getByRole('region', { name: 'Recent exchanges' });
  await expect(recent.getByRole('listitem')).toContainText('For Boris');
  await page.screenshot({ path: 'test-results/pages/recent-light-1024.png' });
  await recent.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('23 sources');
  await expect(recent.getByRole('listitem')).toContainText('undone');
});

test('a spreadsheet that was edited outside is dropped, reviewed by keys, applied and taken back', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const download = page.waitForEvent('download');
  await runFromPalette(page, '>export as excel', /Export as Excel workbook/);
  const path = join(served.folder, 'edited.xlsx');
  await (await download).saveAs(path);
  run(editSheet, [path], served.folder);
  expect(readFileSync(path).length).toBeGreaterThan(1000);
  await drop(page, path);
  await page
    .getByRole('dialog', { name: /What is to be done with edited.xlsx/ })
    .getByRole('button', { name: /Apply it/ })
    .click();
  const view = page.getByRole('tabpanel', { name: 'Apply' });
  await expect(view.getByText(/0 of \d+ answered/)).toBeVisible({ timeout: 30_000 });
  const question = view.getByRole('region', { name: 'Question' });
  await expect(question.getByRole('article', { name: 'In the file' })).toContainText('seen in the registry');
  await expect(view.getByRole('button', { name: /^Apply/ })).toBeDisabled();
  expect(await seriousIn(page, '.merge')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/apply-light-1440.png' });
  await page.keyboard.press('2');
  await page.keyboard.press('k');
  await expect(question.getByRole('article', { name: 'In the file' })).toContainText('seen in the registry');
  const left = view.getByRole('status');
  await expect(left).toContainText('1 left to answer');
  await page.keyboard.press('j');
  await expect(question.getByRole('article', { name: 'In the file' })).toContainText('Removed');
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.screenshot({ path: 'test-results/pages/apply-dark-1024.png' });
  await page.keyboard.press('1');
  await expect(view.getByText('Nothing left to answer')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(view.getByText('edited.xlsx was applied to this workbook')).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/apply-done-dark-1024.png' });
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await view.getByRole('button', { name: 'Undo it' }).click();
  await expect(view.getByText('Nothing left to answer')).toBeVisible();
});
