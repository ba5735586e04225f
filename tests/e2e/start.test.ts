// Before any workbook is open, and the keys that work everywhere.
import { expect, test } from './served-workbook.ts';

test('an empty start teaches, and makes the sample or a new workbook', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/start-light-1440.png' });
  await page.getByRole('button', { name: /sample/i }).first().click();
  await expect(page.getByRole('contentinfo')).toContainText('120', { timeout: 30_000 });
});

test('a link with a used token, and a page without one, are refused', async ({ page, served, noise }) => {
  await page.goto(served.url);
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  const stranger = await page.context().browser()!.newContext();
  const other = await stranger.newPage();
  const answer = await other.goto(served.url);
  expect(answer?.status()).toBe(403);
  await stranger.close();
  expect(noise).toEqual([]);
});

test('the Reader steps through what the finder saw, by keyboard alone', async ({ page, served }) => {
  await page.goto(served.url);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Key rate');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Factbox: Bank of Russia/ }).first().click();
  await expect(page.locator('[aria-label^="Text of Factbox"]')).toContainText('key rate');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: /Capture/ })).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/capture-light-1440.png' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form', { name: /Capture/ })).toBeHidden();
});
