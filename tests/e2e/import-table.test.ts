// A table from a file to figures in the grid, traced to its cells, and taken back.
import { expect, test } from './served-workbook.ts';
import { runFromPalette, seriousIn } from './source-steps.ts';

const table = [
  'Sales of new cars; thousand units;;;;',
  ';2023;;2024;;',
  'Brand;H1;H2;H1;H2;Growth, %',
  'Alpha;12,5;14,1;15,0;16,2;17,3',
  'Beta;8,0;–;9,4;n/k;5,0',
  'Total;20,5;14,1;24,4;16,2;',
].join('\n');

test('a table is brought in, seen, traced to its cell and taken back', async ({ page, served: { url } }) => {
  await page.goto(url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const asked = page.waitForEvent('filechooser');
  await runFromPalette(page, '>bring in a table', /Bring in a table/);
  await (await asked).setFiles({ name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  const view = page.getByRole('tabpanel', { name: 'Table import' });
  await expect(view.getByRole('status')).toContainText('recognised by their heads');
  await expect(view.getByRole('combobox', { name: /What column A says/ })).toHaveValue('subject');
  await expect(view.getByRole('combobox', { name: /What column B says/ })).toHaveValue('value');
  await expect(view.getByRole('row', { name: /Beta/ })).toContainText('n/k');
  await expect(view.getByRole('region', { name: 'Needs a look' })).toContainText('Row 5');
  expect(await seriousIn(page, '.import-table')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/import-light-1440.png' });

  // What stands for no data is said once, and the row is read again.
  const nothing = view.getByRole('textbox', { name: 'No data' });
  await nothing.fill('– n/k');
  await nothing.press('Enter');
  await expect(view.getByRole('region', { name: 'Needs a look' })).toBeHidden();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await view.getByRole('button', { name: /^B / }).click();
  expect(await seriousIn(page, '.import-table')).toEqual([]);
  await page.screenshot({ path: 'test-results/pages/import-dark-1024.png' });

  await page.keyboard.press('Control+Enter');
  await expect(view.getByText('“sales.csv” is in')).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/import-done-dark-1024.png' });
  await view.getByRole('button', { name: 'See the figures' }).click();
  const figures = page.getByRole('tabpanel', { name: 'Figures' });
  await expect(figures.getByText('96 figures')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(figures.getByText('88 figures')).toBeVisible();
});
