// The Reader by keyboard alone: capture in few keys, marks, overlapping passages, a second passage for a claim.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { pasteSourceText, readerText } from './source-steps.ts';

/** Counts every key that goes down from here on. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { keysDown: number };
    counted.keysDown = 0;
    window.addEventListener('keydown', () => (counted.keysDown += 1), { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { keysDown: number }).keysDown);
}

test('from an open text to a stored, fully described figure in at most eight keys', async ({ page, served }) => {
  await page.goto(served.url);
  await pasteSourceText(page, 'Rates', 'A word before.\nAccording to Autostat, the market share of Chinese brands was 61.5% in 2024.\nThe end.');
  await expect(readerText(page, 'Rates')).toContainText('61.5%');
  const keys = await countKeys(page);
  for (const key of ['n', 'Enter']) await page.keyboard.press(key);
  const form = page.getByRole('form', { name: /Capture figure/ });
  await expect(form.getByLabel('Measure')).toHaveValue('market_share');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');
  expect(await keys()).toBeLessThanOrEqual(8);
  const stored = page.getByRole('complementary', { name: 'Evidence' });
  await expect(stored).toContainText('61.5');
  await expect(stored).toContainText('Chinese brands');
  await expect(stored).toContainText('2024');
  await expect(stored.getByRole('region', { name: 'Chain' })).toContainText('Autostat');
});

test('words are marked, described and stepped through where they overlap; a claim takes a second passage', async ({ page, served }) => {
  await page.goto(served.url);
  await pasteSourceText(page, 'Notes', 'Prices rose by 7% in March 2026 and stayed there.\nThe bureau counts it so.');
  const text = readerText(page, 'Notes');
  await expect(text).toContainText('7%');
  await expect(text).toBeFocused();
  for (const key of ['ArrowRight', 'Shift+End', 'm']) await page.keyboard.press(key);
  const card = page.getByRole('region', { name: 'Passage in the text' });
  await expect(card).toBeVisible();
  await card.getByLabel('Comment (Markdown)').fill('**Which** prices?');
  await card.getByLabel('Meaning').selectOption('doubt');
  await expect(text.locator('[data-colour="doubt"]').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/passage-light-1440.png' });
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  // A claim on words inside the mark: both are reachable at the same place.
  for (const key of ['Escape', 'n', 'Enter']) await page.keyboard.press(key);
  const form = page.getByRole('form', { name: /Capture/ });
  await form.getByLabel('Measure').fill('price_change');
  await form.getByLabel('Subject').fill('Prices');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');
  await text.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(card).toContainText('1 of 2 here');
  await expect(card.getByLabel('Comment (Markdown)')).toHaveValue('**Which** prices?');
  await page.keyboard.press('h');
  await expect(card).toContainText('2 of 2 here');
  await page.keyboard.press('Escape');
});
