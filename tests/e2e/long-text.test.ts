// A text whose figures are read by stretches: steps, counts and marks reach all of it.
import { expect, test } from './served-workbook.ts';
import { addFiles } from './source-steps.ts';

const lines = 8000;
const long = Array.from({ length: lines }, (_, index) => `The works said that they had sold ${index + 1}.5m cars.`).join('\n');

test('steps go to the far end of a long text and back, and what is done there is counted and drawn', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(long) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const text = page.getByRole('document', { name: /^Text of/ });
  const tools = page.getByRole('toolbar', { name: 'Reader' });
  await expect(tools).toContainText('0 of 8,000 captured');
  await text.focus();

  await page.keyboard.press('p');
  const current = text.locator('[data-current]');
  await expect(current).toHaveText('8000.5m');
  await expect(current).toBeInViewport();
  await page.keyboard.press('x');
  await expect(tools).toContainText('1 not relevant');
  await expect(current).toHaveText('1.5m');
  for (const key of ['p', 'p', 'n']) await page.keyboard.press(key);
  await expect(current).toHaveText('7999.5m');
  for (const key of ['n', 'n', 'Enter']) await page.keyboard.press(key);
  const form = page.getByRole('form', { name: /Capture figure/ });
  await expect(form).toContainText('2.5m');
  await expect(form.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  // Scrolled to by hand, a place in between has its marks as well.
  await text.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect
    .poll(() => text.locator('.seen[data-capture="open"]').evaluateAll((all) => all.some((one) => /^4\d{3}\.5m/.test(one.textContent ?? ''))))
    .toBe(true);
});
