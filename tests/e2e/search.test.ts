// The Search panel: from the palette with what was typed, narrowed by filters, opened by key; and a citation to copy.
import { expect, test } from './served-workbook.ts';

test('a search goes from the palette to its panel, is narrowed, and opens what it found', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('fee');
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('tabpanel', { name: 'Search results' });
  await expect(panel.getByRole('combobox', { name: 'Search' })).toHaveValue('fee');
  await expect(panel.getByRole('status')).toContainText('In sources');
  await page.screenshot({ path: 'test-results/pages/search-light-1440.png' });
  const before = await panel.locator('#search-results [role=option]').count();
  await panel.getByLabel('Where').selectOption('passage');
  await panel.getByLabel('Kind').selectOption('event');
  await expect(panel.getByRole('status')).toContainText('Claims 0');
  expect(await panel.locator('#search-results [role=option]').count()).toBeLessThan(before);
  await panel.getByRole('combobox', { name: 'Search' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader-marked').first()).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.screenshot({ path: 'test-results/pages/search-dark-1024.png' });
});

test('Evidence of a source gives its line of references in three styles', async ({ page, served }) => {
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  const grid = page.getByRole('tabpanel', { name: 'Sources' });
  await grid.getByText('Factbox: Bank of Russia key rate').click();
  const citation = page.getByRole('region', { name: 'Citation' });
  await expect(citation).toContainText('Factbox: Bank of Russia key rate');
  await citation.getByRole('radio', { name: 'GOST' }).click();
  await expect(citation).toContainText('Текст : ');
  await page.screenshot({ path: 'test-results/pages/citation-light-1440.png' });
});
