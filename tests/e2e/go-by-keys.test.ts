// Going to a view by its letter gives it the keys; an empty one offers what it can do.
import { expect, test } from './served-workbook.ts';
import { slowClock } from './slow-clock.ts';

test.beforeEach(slowClock);

test('a letter after G leads into the list, the ledger or the text, and arrows go on from there', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const go = async (letter: string) => {
    for (const key of ['g', letter]) await page.keyboard.press(key);
  };
  const figures = page.getByRole('tabpanel', { name: 'Figures' });
  await page.locator('.queue-item').first().waitFor();
  await go('f');
  await expect(figures.locator('.grid-host')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(figures.locator('.ag-cell-focus')).toBeFocused();
  await expect(page.locator('.evidence').getByRole('button', { name: /Open in Reader/ })).toBeVisible();

  // Filters on what is computed stand beside the others.
  await page.keyboard.press('f');
  await figures.getByLabel(/State/).selectOption('disputed');
  await expect(figures.locator('.ag-row').first()).toBeVisible();
  await expect(figures.getByText(/match/).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/figures-by-state-light-1440.png' });

  await go('l');
  await page.keyboard.press('Escape');
  await go('l');
  await expect(page.getByRole('tabpanel', { name: 'Ledger' }).locator('.ledger-grid')).toBeFocused();
  await go('x');
  await expect(page.getByRole('tabpanel', { name: 'Conflicts' }).locator('.conflict-item[aria-current="true"]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.conflict-item').nth(1)).toBeFocused();
});

test('a view that finishes loading takes no keys that it did not have', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('tabpanel', { name: 'Queue' }).locator('.queue-item').first()).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: 'Reader' })).toContainText('Choose a source in the queue');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('a new workbook waits on the button that brings the first source in', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /New workbook/ }).first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New workbook' }).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('First steps');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('tabpanel', { name: 'Sources' });
  await expect(panel.locator('.empty-state').getByRole('button', { name: 'Add source' })).toBeFocused();
});
