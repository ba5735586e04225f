// All keys on one sheet, commands by a sign, and the way back through what was read.
import { expect, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';

test('keys are listed, commands asked for by a sign, and Alt with an arrow leads back to the source before', async ({ page, served }) => {
  await page.goto(served.url);
  await page.locator('.queue-item').first().click();
  const text = page.getByRole('document', { name: /^Text of/ });
  await expect(text).toBeFocused();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('heading', { level: 3 }).nth(1)).toHaveText('Reader');
  await expect(sheet).toContainText('Fill down');
  expect(await seriousIn(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.type('find in this');
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['Reader']);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  await page.keyboard.type('>find in');
  await expect(palette.getByRole('option')).toHaveText([/Find in this text.*Ctrl F/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search', { name: 'Find in this text' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>');
  await expect(palette.getByRole('option').first()).toContainText('Find in this text');
  await page.keyboard.press('Escape');

  const first = (await text.getAttribute('aria-label'))!;
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Figures$/ })
    .click();
  await page.locator('.ag-cell', { hasText: 'Moskvich' }).first().click();
  await page.keyboard.press('o');
  await expect(text).not.toHaveAttribute('aria-label', first);
  const second = (await text.getAttribute('aria-label'))!;
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(text).toHaveAttribute('aria-label', first);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(text).toHaveAttribute('aria-label', second);
});
