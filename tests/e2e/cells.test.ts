// Cells of a data set as a person takes them: a row with its labels is one figure, a column several, and a figure leads
// back to its cells.
import { expect, test } from './served-workbook.ts';
import { addFiles, seriousIn } from './source-steps.ts';

const table = 'Brand,Year,Sold\nLada,2023,324446\nHaval,2023,111720\nGeely,2023,93553\n';

test('cells are selected with keys and pointer, captured with their sheet and range, and found again', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'sold.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  const grid = page.locator('.data-grid', { has: page.getByRole('grid', { name: 'sold' }) });

  await grid.locator('.ag-cell', { hasText: 'Haval' }).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(grid.locator('.cell-in-range')).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A3:C3');
  const form = ['Measure', 'Subject', 'Period', 'Value'].map((name) => dialog.getByLabel(name, { exact: true }).inputValue());
  expect(await Promise.all(form)).toEqual(['Sold', 'Haval', '2023', '111720']);
  await page.keyboard.press('Enter');
  await expect(page.locator('.evidence')).toContainText('A3:C3');

  const cell = (words: string) => grid.locator('.ag-cell', { hasText: words });
  const [from, to] = [(await cell('324446').boundingBox())!, (await cell('93553').boundingBox())!];
  await page.mouse.move(from.x + 40, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 8, { steps: 6 });
  await page.mouse.up();
  await grid.getByRole('button', { name: 'Capture' }).click();
  await expect(dialog.getByRole('button', { name: 'Capture 3 figures' })).toBeVisible();
  await dialog.getByRole('radio', { name: 'their sum' }).click();
  await expect(dialog.getByLabel('Value', { exact: true })).toHaveValue('529719');
  await dialog.getByRole('radio', { name: '3 figures' }).click();
  await page.screenshot({ path: 'test-results/pages/cells-light-1440.png' });
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Capture 3 figures' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('124');

  // From the figure back to its cells, not to the text of the table.
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Figures$/ })
    .click();
  await expect(grid).toBeHidden();
  await page.getByRole('button', { name: /^Search/ }).click();
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Haval');
  await page
    .getByRole('option', { name: /Haval.*111,720/ })
    .first()
    .click();
  await page.locator('.evidence').getByRole('button', { name: 'Open in Reader' }).first().click();
  await expect(grid.locator('.cell-in-range')).not.toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Reader' })).toHaveCount(1);

  // Changed by its form, it stays at its cells.
  await page.locator('.evidence').getByRole('button', { name: 'Change' }).first().click();
  await expect(dialog.getByRole('form', { name: 'Change figure' })).toContainText('111720');
  await expect(grid.locator('.cell-in-range')).not.toHaveCount(0);
  await page.screenshot({ path: 'test-results/pages/cells-change-light-1440.png' });
  await dialog.getByLabel('Subject').fill('Haval and kin');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.evidence')).toContainText('Haval and kin');
  await expect(grid).toBeVisible();
});

test('a block of cells over several rows is quoted without the cells between', async ({ page, served }) => {
  const plans = 'Brand,Plan,Plant,Sold\nLada,400000,Samara,324446\nHaval,150000,Tula,111720\n';
  await page.goto(served.url);
  await addFiles(page, [{ name: 'plans.csv', mimeType: 'text/csv', buffer: Buffer.from(plans) }]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  const grid = page.locator('.data-grid', { has: page.getByRole('grid', { name: 'plans' }) });
  await grid.locator('.ag-cell', { hasText: '400000' }).click();
  for (const key of ['Shift+ArrowDown', 'Enter']) await page.keyboard.press(key);
  await dialog.getByRole('radio', { name: 'their sum' }).click();
  await expect(dialog.getByLabel('Value', { exact: true })).toHaveValue('550000');
  await dialog.getByLabel('Subject').fill('Both');
  await page.keyboard.press('Enter');
  const quote = page.locator('.evidence .evidence-quote');
  await expect(quote).toHaveText('400000\n150000');
  await expect(page.locator('.evidence')).toContainText('plans B2:B3');
  await page.screenshot({ path: 'test-results/pages/block-light-1440.png' });
});
