// What is typed and not stored yet is never closed over in silence: not by a tab, a layout, a workbook or the window.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { runFromPalette, seriousIn } from './source-steps.ts';

/** Closes the window as a person does, and says whether the browser asked first; it stays open then. */
async function asksOnClose(page: Page): Promise<boolean> {
  const closed = page.waitForEvent('close').then(() => false);
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    return true;
  });
  await page.close({ runBeforeUnload: true });
  const answer = await Promise.race([closed, asked]);
  for (const left of [closed, asked]) left.catch(() => undefined);
  return answer;
}

const open = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();
const closeTab = (page: Page, name: string) =>
  page.locator('.flexlayout__tab_button', { hasText: name }).locator('.flexlayout__tab_button_trailing').click();

test('a tab, a layout that is reset and a workbook ask before typed words go with them; what was let go is gone', async ({ page, served }) => {
  await page.goto(served.url);
  const ask = page.getByRole('dialog', { name: 'Close without saving?' });

  // A refused cell keeps what was typed, and so does its tab.
  await open(page, 'Figures');
  const figures = page.getByRole('tabpanel', { name: 'Figures' });
  const cell = figures.getByRole('row', { name: '15 Aug 2023' }).locator('[col-id="value"]');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12 abc');
  await page.keyboard.press('Enter');
  await expect(figures.getByRole('alert')).toContainText('12 abc');
  await closeTab(page, 'Figures');
  await expect(ask).toContainText('12 abc');
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/leave-light-1440.png' });
  await page.keyboard.press('Enter');
  await expect(ask).toBeHidden();
  await expect(figures).toBeVisible();
  await closeTab(page, 'Figures');
  await ask.getByRole('button', { name: 'Close without saving' }).click();
  await expect(figures).toHaveCount(0);

  // What is typed into a find field is no work.
  await open(page, 'Actors');
  await page.getByRole('searchbox').first().fill('Moskvich');
  await closeTab(page, 'Actors');
  await expect(page.getByRole('tabpanel', { name: 'Actors' })).toHaveCount(0);

  // The reason of a verdict: kept through a change of workspace; asked about by a layout that is reset, the workbook and the tab, and no more once it is given.
  await open(page, 'Conflicts');
  const conflicts = page.getByRole('tabpanel', { name: 'Conflicts' });
  await conflicts.getByRole('button', { name: /^Adopt A/ }).click();
  await page.keyboard.type('It counts the whole year.');
  await runFromPalette(page, '>close the work', /Close the workbook/);
  await expect(ask).toContainText('It counts the whole year.');
  await page.keyboard.press('Escape');
  await expect(ask).toBeHidden();
  await expect(conflicts.getByLabel('Reason')).toBeFocused();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('tabpanel', { name: 'Charts' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(conflicts.getByLabel('Reason')).toHaveValue('It counts the whole year.');
  await page.getByRole('button', { name: 'Layouts' }).click();
  await page.getByRole('menuitem', { name: 'Reconcile as it was at first' }).click();
  await expect(ask).toContainText('It counts the whole year.');
  await ask.getByRole('button', { name: 'Go back to it' }).click();
  await expect(conflicts.getByLabel('Reason')).toHaveValue('It counts the whole year.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(conflicts.getByLabel('Reason')).toHaveValue('');
  await closeTab(page, 'Conflicts');
  await expect(conflicts).toHaveCount(0);
});

test('the window asks while a cell, a form or a dialog holds something, and only then', async ({ page, served, context }) => {
  await page.goto(served.url);
  await open(page, 'Figures');
  const figures = page.getByRole('tabpanel', { name: 'Figures' });
  const cell = figures.getByRole('row', { name: '15 Aug 2023' }).locator('[col-id="value"]');
  await cell.click();
  await page.keyboard.type('4');
  await expect(figures.locator('.ag-cell-inline-editing input')).toHaveValue('4');
  expect(await asksOnClose(page)).toBe(true);
  await expect(figures.locator('.ag-cell-inline-editing input')).toHaveValue('4');
  await page.keyboard.press('Escape');

  await runFromPalette(page, '>paste text', /Paste text/);
  const dialog = page.getByRole('dialog', { name: 'Paste text' });
  await dialog.getByLabel('Text', { exact: true }).fill('Sales came to 41,200 cars.');
  expect(await asksOnClose(page)).toBe(true);
  await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue('Sales came to 41,200 cars.');
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('24 sources');

  // The form of the Reader keeps its draft by itself.
  const other = await context.newPage();
  await other.goto(served.url);
  await open(other, 'Figures');
  await expect(other.locator('.ag-row').first()).toBeVisible();
  expect(await asksOnClose(other)).toBe(false);
  expect(await asksOnClose(page)).toBe(false);
});
