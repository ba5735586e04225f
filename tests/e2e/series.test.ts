// A series renamed in one step, and a measure described.
import { expect, test } from './served-workbook.ts';

test('a series is renamed in one step that can be undone, and a measure is described', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.getByRole('searchbox', { name: 'Find a series or measure' }).fill('key rate');
  await page
    .getByRole('button', { name: /^Rename key rate/i })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Measure' }).fill('policy_rate');
  await page.screenshot({ path: 'test-results/pages/series-rename.png' });
  await form.getByRole('button', { name: 'Rename' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: 'policy rate' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('rowheader', { name: 'policy rate' })).toHaveCount(0);
  await page.getByRole('radio', { name: /Measures/ }).click();
  await page.getByRole('searchbox').fill('vehicle_sales');
  await page.getByRole('button', { name: 'Describe vehicle sales', exact: true }).click();
  await form.getByRole('textbox', { name: 'What it counts' }).fill('new cars handed over to buyers');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: 'new cars handed over to buyers' })).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/series-measures.png' });
});
