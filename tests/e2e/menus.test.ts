// Menus of cells, heads and sources, rows chosen together, and the keys that leave a grid.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';

async function openView(page: Page, name: string) {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();
  const grid = page.locator('.data-grid', { has: page.getByRole('grid', { name }) });
  await expect(grid.locator('.ag-row').first()).toBeVisible();
  return grid;
}

test('figures are graded, tagged and removed together, from their menus and by keys', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openView(page, 'Figures');
  const notices = page.locator('.notices');
  const cell = (column: string, words: string) => grid.getByRole('row', { name: words }).locator(`[col-id="${column}"]`);
  const menu = page.getByRole('menu');

  // A menu by keys: it takes the focus, is stepped through and typed into, and gives the focus back.
  await cell('period', '15 Aug 2023').click();
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('copy a');
  await expect(menu.getByRole('menuitem', { name: 'Copy as plain text' })).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: /^Fill down/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(menu).toContainText('Select cells of several rows first');
  expect(await seriousIn(page, '[role="menu"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(cell('period', '15 Aug 2023')).toBeFocused();

  // In the corner it stays inside the window.
  await cell('credibility', '15 Aug 2023').click({ button: 'right' });
  const box = (await menu.boundingBox())!;
  expect([box.x >= 0, box.y >= 0, box.x + box.width <= 1440, box.y + box.height <= 900]).toEqual([true, true, true, true]);
  await page.keyboard.press('Escape');

  // Ctrl takes rows in one by one, Shift the rows between; one edit grades them all.
  await cell('period', '15 Aug 2023').click();
  await cell('period', '18 Dec 2023').click({ modifiers: ['ControlOrMeta'] });
  await cell('period', '28 Oct 2024').click({ modifiers: ['Shift'] });
  await expect(grid.locator('.row-chosen')).toHaveCount(4);
  await expect(grid).toContainText('4 figures selected');
  await grid.getByRole('button', { name: 'Grade' }).click();
  await menu.getByRole('menuitemradio', { name: '4 doubtful' }).click();
  await expect(notices).toContainText('4 figures were graded.');
  await expect(cell('credibility', '28 Oct 2024')).toHaveText('B4');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(cell('credibility', '28 Oct 2024')).toHaveText('B1');
  await expect(cell('credibility', '15 Aug 2023')).toHaveText('B1');

  await grid.getByRole('button', { name: 'Tag' }).click();
  await expect(page.getByRole('dialog').getByLabel('Tags to add')).toBeFocused();
  await page.keyboard.type('weak;');
  await page.getByRole('dialog').getByRole('button', { name: 'Change tags' }).click();
  await expect(notices).toContainText('Tags of 4 figures were changed.');

  // By keys: Escape lets go, Ctrl+Space takes in, Ctrl+Delete removes all of them in one edit.
  await cell('period', '15 Aug 2023').click();
  await expect(grid.locator('.row-chosen')).toHaveCount(0);
  for (const key of ['Control+Space', 'ArrowDown', 'Control+Space']) await page.keyboard.press(key);
  await expect(grid.locator('.row-chosen')).toHaveCount(2);
  await page.keyboard.press('Control+Delete');
  await expect(notices).toContainText('2 figures were removed.');
  await notices.getByRole('button', { name: 'Undo' }).last().click();
  await expect(cell('period', '15 Aug 2023')).toBeVisible();

  // A digit in the column of grades is a grade, and Tab leaves the grid.
  await cell('credibility', '15 Aug 2023').click();
  await expect(cell('credibility', '15 Aug 2023')).toBeFocused();
  await page.keyboard.press('3');
  await expect(cell('credibility', '15 Aug 2023')).toHaveText('B3');
  await page.keyboard.press('Tab');
  await expect(grid.locator(':focus')).toHaveCount(0);
  await expect(page.locator('.evidence').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+F6');
  await expect(grid.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.locator('.evidence').locator(':focus')).toHaveCount(1);
});

test('columns stay as wide and where they were left, and a source goes with its claims', async ({ page, served }) => {
  await page.goto(served.url);
  const figures = await openView(page, 'Figures');
  const menu = page.getByRole('menu');
  const head = (column: string) => figures.locator(`.ag-header-cell[col-id="${column}"]`);
  const order = () =>
    figures
      .locator('.ag-header-cell')
      .evaluateAll((heads) =>
        heads.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x).map((one) => one.getAttribute('col-id')),
      );
  await head('value').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Move left' }).click();
  await expect.poll(async () => (await order()).slice(1, 4)).toEqual(['subject', 'value', 'period']);
  const widthOf = (column: string) => head(column).evaluate((one) => Number.parseFloat(getComputedStyle(one).width));
  const usual = await widthOf('period');
  const wide = `${usual + 30}px`;
  const edge = (await head('period').locator('.ag-header-cell-resize').boundingBox())!;
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 8);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 30, edge.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect(head('period')).toHaveCSS('width', wide);
  await page.reload();
  await expect(head('period')).toHaveCSS('width', wide);
  expect((await order()).slice(1, 4)).toEqual(['subject', 'value', 'period']);
  await head('period').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Columns as usual' }).click();
  await expect(head('period')).toHaveCSS('width', `${usual}px`);
  await expect.poll(async () => (await order()).slice(1, 4)).toEqual(['subject', 'period', 'value']);

  const counts = page.getByRole('contentinfo');
  await expect(counts).toContainText('120 claims');
  const sources = await openView(page, 'Sources');
  await sources.locator('.ag-cell[col-id="title"]', { hasText: 'On the line' }).click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Remove/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove the source?' });
  await expect(dialog).toContainText(/\d+ claims/);
  await expect(dialog).toContainText(/\d+ marked passages, with their notes/);
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove with its claims' }).click();
  await expect(counts).toContainText('22 sources');
  await expect(counts).not.toContainText('120 claims');
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click();
  await expect(counts).toContainText('23 sources');
  await expect(counts).toContainText('120 claims');
});
