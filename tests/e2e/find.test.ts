// Finding words in what is read: in a text far longer than what is drawn, and in the cells of a data set.
import { expect, test } from './served-workbook.ts';
import { addFiles, seriousIn } from './source-steps.ts';

const long = [
  ...Array.from({ length: 8000 }, (_, index) => `The works said that they had sold ${index + 1}.5m cars.`),
  'Ещё один утилизационный сбор.',
].join('\n');
const table = ['Brand,Year,Sold', ...Array.from({ length: 900 }, (_, index) => `Brand ${index},2023,${index * 7}`), 'Haval,2023,111720'].join('\n');

test('words are found in the whole text by keys, counted, marked and left for capture', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(long) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const text = page.getByRole('document', { name: /^Text of/ });
  const bar = page.getByRole('search', { name: 'Find in this text' });
  await text.focus();

  await page.keyboard.press('Control+f');
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('ЕЩЕ ОДИН');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await expect(text.getByText('Ещё один утилизационный сбор.')).toBeInViewport();
  await bar.getByRole('textbox').fill('sold');
  await expect(bar.getByRole('status')).toHaveText('1 of 8,000');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('8,000 of 8,000');
  await expect(text.getByText('sold 8000.5m')).toBeInViewport();
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('1 of 8,000');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('assay-found-current')?.size)).toBe(1);
  expect(await page.evaluate(() => CSS.highlights.get('assay-found')?.size)).toBeGreaterThan(50);
  expect(await seriousIn(page, '.find-bar')).toEqual([]);
  await bar.getByRole('textbox').fill('zebra');
  await expect(bar.getByRole('status')).toHaveText('Nothing found');

  // Left with Escape: the text has the keys again, and what was found is selected.
  await bar.getByRole('textbox').fill('had sold');
  await expect(bar.getByRole('status')).toHaveText('1 of 8,000');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(text).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('had sold');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('assay-found')?.size)).toBe(0);
});

test('words are found in the cells of a data set, also in rows that are not drawn', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'sold.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const grid = page.locator('.data-grid', { has: page.getByRole('grid', { name: 'sold' }) });
  await grid.locator('.ag-cell', { hasText: 'Brand 3' }).first().click();

  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in the cells' });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('haval');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await expect(grid.locator('.cell-found', { hasText: 'Haval' })).toBeInViewport();
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(grid.locator('.cell-found')).toHaveCount(0);
  await expect(grid.locator('.ag-cell:focus', { hasText: 'Haval' })).toBeVisible();
});
