// Four workspaces, each a whole window for its task. Going from one to another closes nothing.
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, keptSettings, killServer, startServer, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';

const workspace = (page: Page, name: string) => page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name });
const tab = (page: Page, name: string) => page.getByRole('tabpanel', { name });
const rail = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();

test('each task has its workspace: keys and the rail lead there, and what one leaves stays as it is', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(workspace(page, 'Read')).toHaveAttribute('aria-current', 'true');
  await tab(page, 'Queue')
    .getByRole('button', { name: /On the line/ })
    .click();
  const text = page.getByRole('document', { name: /^Text of On the line/ });
  await expect(text.locator('.seen').first()).toBeVisible();
  await text.evaluate((element) => element.scrollTo(0, 240));

  await rail(page, 'Conflicts');
  await expect(workspace(page, 'Reconcile')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.conflict-card').first()).toBeVisible();
  const width = (await tab(page, 'Conflicts').boundingBox())!.width + (await page.locator('.evidence').boundingBox())!.width;
  expect(width).toBeGreaterThan(1340);
  await page.getByRole('button', { name: /^Adopt A/ }).click();
  await page.keyboard.type('It counts the whole year.');

  await page.keyboard.press('Alt+1');
  await expect(workspace(page, 'Read')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.dock [data-view] :focus')).toHaveCount(1);
  await page.keyboard.press('Alt+3');
  await expect(workspace(page, 'Analyse')).toHaveAttribute('aria-current', 'true');
  await expect(tab(page, 'Charts')).toBeVisible();
  await expect(tab(page, 'Timeline')).toBeVisible();
  await rail(page, 'Scenarios');
  await expect(tab(page, 'Timeline')).toBeHidden();
  await page.keyboard.press('Alt+4');
  await expect(tab(page, 'Reports')).toBeVisible();
  expect(await seriousIn(page, '.title-bar')).toEqual([]);

  await page.keyboard.press('Alt+2');
  await expect(tab(page, 'Conflicts').getByLabel('Reason')).toHaveValue('It counts the whole year.');
  await page.keyboard.press('Alt+1');
  await expect(text).toBeVisible();
  expect(await text.evaluate((element) => element.scrollTop)).toBe(240);
  // A view that stands in the workspace already is shown there again.
  await rail(page, 'Charts');
  await expect(tab(page, 'Charts')).toBeVisible();
  await expect(tab(page, 'Timeline')).toBeVisible();
});

test('a layout of one’s own is kept by name with the workbook, opens views where it has them, and can be removed', async ({ page, served }) => {
  await page.goto(served.url);
  await rail(page, 'Figures');
  await tab(page, 'Figures').locator('.ag-row').first().waitFor();
  await page.getByRole('button', { name: 'Layouts' }).click();
  await page.getByRole('menuitem', { name: 'Save this layout…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this layout' });
  await dialog.getByLabel('Name').fill('Figures first');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.locator('.flexlayout__tab_button', { hasText: 'Conflicts' }).locator('.flexlayout__tab_button_trailing').click({ force: true });
  await expect(page.locator('.flexlayout__tab_button', { hasText: 'Conflicts' })).toHaveCount(0);
  await expect.poll(() => Object.values(keptSettings(served.folder)).join()).toContain('own:Figures first');

  await page.reload();
  await expect(tab(page, 'Figures').locator('.ag-row').first()).toBeVisible();
  await expect(page.locator('.flexlayout__tab_button', { hasText: 'Conflicts' })).toHaveCount(0);
  // What it lacks opens in the workspace that serves it, where nothing was closed.
  await rail(page, 'Conflicts');
  await expect(workspace(page, 'Reconcile')).toHaveAttribute('aria-current', 'true');
  await expect(tab(page, 'Conflicts')).toBeVisible();
  await page.getByRole('button', { name: 'Layouts' }).click();
  await page.getByRole('menuitem', { name: 'Figures first' }).click();
  await rail(page, 'Statements');
  await expect(workspace(page, 'Reconcile')).not.toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Layouts' }).click();
  await page.getByRole('menuitem', { name: 'Remove “Figures first”' }).click();
  await expect(workspace(page, 'Read')).toHaveAttribute('aria-current', 'true');
});

test('the layout of an earlier Assay is one among one’s own; that of a later one is left as it is, which is said', async ({
  page,
  served,
  noise,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-layout-page-'));
  const running: ChildProcess[] = [];
  const file = join(folder, 'settings', 'settings.json');
  const keyIn = () => Object.keys(keptSettings(folder)).find((one) => one.startsWith('layout:'));
  const path = join(folder, 'Mine.assay');
  cpSync(served.path, path);
  const start = async () => {
    const { url, server } = await startServer(path, folder);
    running.push(server);
    await page.goto(url);
  };
  const stopAndKeep = async (value: object) => {
    await page.goto('about:blank');
    await killServer(running.at(-1)!);
    noise.length = 0;
    writeFileSync(file, JSON.stringify({ ...keptSettings(folder), [keyIn()!]: JSON.stringify(value) }));
  };
  const tabs = (names: readonly string[]) => ({
    type: 'tabset',
    weight: 33,
    children: names.map((name) => ({ type: 'tab', id: name, component: name, name })),
  });
  try {
    await start();
    await rail(page, 'Figures');
    await expect.poll(() => existsSync(file) && keyIn() !== undefined).toBe(true);
    const model = { global: {}, borders: [], layout: { type: 'row', children: [tabs(['ledger', 'gone']), tabs(['nowhere']), tabs(['events'])] } };
    await stopAndKeep({ model, params: {} });
    await start();
    await expect(tab(page, 'Ledger')).toBeVisible();
    await expect(tab(page, 'Events')).toBeVisible();
    await page.getByRole('button', { name: 'Layouts' }).click();
    await expect(page.getByRole('menuitem', { name: 'Earlier layout', exact: true })).toBeVisible();

    const later = { version: 99, shape: 'of another time' };
    await stopAndKeep(later);
    await start();
    await expect(page.locator('.notices')).toContainText('kept by a later Assay');
    await expect(tab(page, 'Queue').locator('.queue-item').first()).toBeVisible();
    await page.keyboard.press('Alt+2');
    await expect(page.locator('.conflict-card').first()).toBeVisible();
    await page.goto('about:blank');
    expect(JSON.parse(keptSettings(folder)[keyIn()!]!)).toEqual(later);
    noise.length = 0;
  } finally {
    for (const server of running) await killServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('in Read a line has 60 to 75 characters, and the form stands beside the text with what is there already', async ({ page, served }) => {
  await page.goto(served.url);
  await tab(page, 'Queue')
    .getByRole('button', { name: /On the line/ })
    .click();
  const text = page.getByRole('document', { name: /^Text of On the line/ });
  await expect(text.locator('.reader-paragraph').nth(2)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const lines = await text.locator('.reader-paragraph').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const counts: number[] = [];
      let [top, count] = [Number.NaN, 0];
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (let at = 0; at < node.textContent!.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getClientRects()[0];
          if (box === undefined) continue;
          if (box.top > top + 8) {
            counts.push(count);
            count = 0;
          }
          [top, count] = [box.top, count + 1];
        }
      return counts;
    }),
  );
  const full = lines.toSorted((a, b) => a - b);
  const middle = full[Math.floor(full.length / 2)]!;
  expect(middle).toBeGreaterThanOrEqual(60);
  expect(full.at(-1)!).toBeLessThanOrEqual(80);

  // Evidence gives its place to the form; a line that was in view keeps its width.
  await text.locator('.seen[data-capture="captured"]').first().click();
  await expect(page.locator('.evidence')).toBeVisible();
  await text.locator('.seen[data-capture="open"]').first().click();
  await text.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: /Capture/ });
  await expect(form).toBeVisible();
  await expect(page.locator('.evidence')).toHaveCount(0);
  const [ofForm, ofText] = [(await form.boundingBox())!, (await text.boundingBox())!];
  expect(ofForm.x).toBeGreaterThanOrEqual(ofText.x + ofText.width);
  await form.getByRole('radio', { name: /figure/i }).click();
  await form.getByLabel('Measure').fill('market share');
  await form.getByLabel('Subject').fill('Chinese brands');
  await expect(form.getByRole('region', { name: 'Already here' }).getByRole('listitem').first()).toContainText('%');
  expect(await seriousIn(page, '.capture-dock')).toEqual([]);
});

test('Reconcile draws the gap to scale and says what adopting would change; Analyse has chart and time line on one axis', async ({
  page,
  served,
}) => {
  await page.goto(served.url);
  await expect(tab(page, 'Queue').locator('.queue-item').first()).toBeVisible();
  await page.keyboard.press('Alt+2');
  const conflicts = tab(page, 'Conflicts');
  await expect(conflicts.getByRole('img', { name: /^On one scale: A/ })).toContainText('1.5');
  await expect(conflicts.getByRole('row', { name: /^Agree/ })).toContainText('Measure Market share');
  await page.keyboard.press('1');
  const change = conflicts.getByRole('region', { name: 'If you adopt A' });
  await expect(change).toContainText('20 %');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+3');
  const board = tab(page, 'Timeline').locator('.timeline-board');
  const panels = tab(page, 'Charts').locator('.chart-panels');
  const spans = async () => [await panels.getAttribute('data-from'), await panels.getAttribute('data-to')];
  const ofBoard = async () => [await board.getAttribute('data-from'), await board.getAttribute('data-to')];
  await expect(board).toBeVisible();
  await expect.poll(async () => (await spans()).join() === (await ofBoard()).join()).toBe(true);
  const before = await spans();
  await tab(page, 'Timeline').getByRole('radio', { name: 'Months' }).click();
  await expect.poll(async () => (await spans()).join()).not.toBe(before.join());
  expect(await spans()).toEqual(await ofBoard());
  // Alone it has the time of its series again.
  const picker = tab(page, 'Charts').getByRole('search', { name: 'Choose series' });
  await picker.getByRole('checkbox').first().check();
  await expect(tab(page, 'Charts').getByRole('button', { name: /and 1 more|\+ ?1/ })).toBeVisible();
});
