// A newer text of a source: its passages in doubt wait in a queue, and each is decided by a key.
import { expect, test } from './served-workbook.ts';
import { openFirstFigure, pasteSourceText, readerText, runFromPalette } from './source-steps.ts';

test('a newer text puts a changed figure into the queue; keys accept it, choose a place, or give it up', async ({ page, served }) => {
  await page.goto(served.url);
  await pasteSourceText(page, 'Rates', 'The key rate stood at 14.5% in March 2026.\nThe works were closed in the winter of 2026.');
  await openFirstFigure(page, 'Rates', '14.5%');
  await expect(page.getByRole('form', { name: /Capture figure/ }).getByLabel('Measure')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');

  await runFromPalette(page, 'Newer version of this source by pasting', 'Newer version of this source by pasting');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Newer text').fill('The key rate stood at 14.25% in March 2026.\nThe works were closed in the winter of 2026.');
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await page.getByRole('button', { name: 'Look at them' }).click();
  const queue = page.getByRole('tabpanel', { name: 'Passages to check' });
  await expect(queue.getByRole('region', { name: 'As it was' })).toContainText('14.5%');
  await expect(queue.getByRole('region', { name: 'In the newer text' }).locator('ins')).toContainText('14.25');
  await page.screenshot({ path: 'test-results/pages/anchors-light-1440.png' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.screenshot({ path: 'test-results/pages/anchors-dark-1024.png' });

  // Another place, chosen in the Reader by keyboard.
  await page.keyboard.press('s');
  await expect(page.getByText(/Select where/)).toBeVisible();
  await readerText(page, 'Rates').focus();
  for (const key of ['ArrowRight', 'Shift+End', 'Enter']) await page.keyboard.press(key);
  await expect(queue.getByText(/No passage is in doubt/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(queue.getByRole('region', { name: 'As it was' })).toBeVisible();
  await queue.getByRole('button', { name: /This is the place/ }).focus();
  await page.keyboard.press('a');
  await expect(queue.getByText(/No passage is in doubt/)).toBeVisible();
});
