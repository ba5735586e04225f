// What a hand that knows spreadsheets does in a grid, and what comes of it.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';

async function openGrid(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();
  const panel = page.getByRole('tabpanel', { name });
  await panel.locator('.ag-row').first().waitFor();
  return panel;
}

const head = (grid: Locator, column: string) => grid.locator(`.ag-header-cell[col-id="${column}"]`);

async function fromHead(page: Page, grid: Locator, column: string, entry: string): Promise<void> {
  await head(grid, column).click({ button: 'right' });
  await page
    .getByRole('menuitem', { name: entry, exact: true })
    .or(page.getByRole('menuitemcheckbox', { name: entry, exact: true }))
    .click();
}

test('a block reaches the edge by keys, and its sum respects what the figures are', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Figures');
  const bar = grid.locator('.selection-bar');

  // From one figure to the end of the list: many measures have no sum.
  await grid.locator('.ag-row:has([col-id="period"]) [col-id="value"]').first().click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(bar).toContainText('no sum: ');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  // A whole column is one block.
  await fromHead(page, grid, 'subject', 'Select the column');
  await expect(bar).toContainText(/\d+ rows/);
  expect(await seriousIn(page, '.selection-bar')).toEqual([]);
});

test('what is typed with Ctrl+Enter fills the block, Ctrl+R fills to the right, and one undo takes it back', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Statements');
  const cells = grid.locator('.ag-row:has([col-id="gist"]) [col-id="role"]');
  await cells.nth(0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('spokesman');
  await page.keyboard.press('Control+Enter');
  await expect(grid.locator('[col-id="role"]', { hasText: 'spokesman' })).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(grid.locator('[col-id="role"]', { hasText: 'spokesman' })).toHaveCount(0);
});

test('what is known of several sources is filled and pasted as one edit each, with one undo', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Sources');
  const publishers = grid.locator('.ag-row [col-id="publisher"]');
  const filled = publishers.filter({ hasText: 'North Press' });
  await publishers.nth(0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('North Press');
  await page.keyboard.press('Control+Enter');
  await expect(filled).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(filled).toHaveCount(0);

  await publishers.nth(0).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('North Press');
  await page.keyboard.press('Enter');
  await expect(filled).toHaveCount(1);
  await filled.click();
  await page.keyboard.press('Control+c');
  await publishers.nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await expect(filled).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(filled).toHaveCount(1);
});

test('rows are grouped by any column, columns are frozen, and a view is kept by name', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Figures');
  await fromHead(page, grid, 'subject', 'Group by Subject');
  await expect(grid.locator('.grid-group b', { hasText: 'Chinese brands' })).toBeVisible();
  await fromHead(page, grid, 'period', 'Freeze up to here');
  await expect(grid.locator('.ag-grid-pinned-left-cells .ag-header-cell[col-id="period"]')).toBeVisible();
  await grid.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByLabel('Name').fill('By subject');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await fromHead(page, grid, 'period', 'Let the columns scroll');
  await expect(grid.locator('.ag-grid-pinned-left-cells .ag-header-cell[col-id="period"]')).toHaveCount(0);

  await page.reload();
  const again = await openGrid(page, 'Figures');
  await expect(again.locator('.grid-group b', { hasText: 'Chinese brands' })).toHaveCount(0);
  await again.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'By subject', exact: true }).click();
  await expect(again.locator('.grid-group b', { hasText: 'Chinese brands' })).toBeVisible();
  await expect(again.locator('.ag-grid-pinned-left-cells .ag-header-cell[col-id="period"]')).toBeVisible();
});

test('a cell tells its history from its menu', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Statements');
  const cell = grid.locator('.ag-row:has([col-id="gist"]) [col-id="role"]').first();
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('head of fleet');
  await page.keyboard.press('Enter');
  await expect(grid.locator('[col-id="role"]', { hasText: 'head of fleet' })).toHaveCount(1);
  await grid.locator('[col-id="role"]', { hasText: 'head of fleet' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'History of this cell' }).click();
  const dialog = page.getByRole('dialog', { name: 'History of the cell: Role' });
  await expect(dialog.getByRole('listitem').first()).toContainText('head of fleet');
  await expect(dialog.getByRole('listitem').first()).toContainText('Test');
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
});

test('words are found in the cells and replaced in one edit, after what would change was shown', async ({ page, served }) => {
  await page.goto(served.url);
  const grid = await openGrid(page, 'Statements');
  await grid.locator('.ag-row:has([col-id="gist"]) [col-id="role"]').first().click();
  await page.keyboard.press('Control+f');
  const bar = grid.getByRole('search', { name: 'Find in the cells' });
  await bar.getByRole('textbox').fill('Russia');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(/^2 of \d+$/);
  const replace = grid.getByRole('search', { name: 'Replace', exact: true });
  await replace.getByRole('textbox').fill('Utopia');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Replace' });
  await expect(dialog.getByRole('list', { name: 'What would change' })).toContainText('Utopia');
  await expect(dialog).toContainText('cannot be changed this way');
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: /^Replace in \d+ cells?$/ }).click();
  await expect(grid.locator('[col-id="gist"]', { hasText: 'Utopia' }).first()).toBeVisible();
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click();
  await expect(grid.locator('[col-id="gist"]', { hasText: 'Utopia' })).toHaveCount(0);
});
