// Rival causes, weighed by key; a rule of one's own, typed, refused, put right.
import { expect, test } from './served-workbook.ts';
import { runFromPalette } from './source-steps.ts';

test('rival causes become a matrix, and the one with the least against it leads', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Conflicts$/ })
    .click();
  await page.getByRole('navigation', { name: 'Queue' }).getByRole('radio', { name: /Open/ }).waitFor();
  await expect(page.getByRole('button', { name: /^Open in Reader/ })).toBeVisible();
  await runFromPalette(page, 'Weigh rival', /Weigh rival/);
  await page.getByRole('button', { name: 'Weigh rival explanations' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /What is to be explained/ }).fill('Why did imports fall?');
  await form.getByRole('textbox', { name: /Explanations/ }).fill('The fee\nThe key rate');
  await form.getByRole('button', { name: 'Weigh' }).click();
  // Nothing leads before something was marked.
  await expect(page.getByRole('columnheader', { name: /The fee/ })).not.toContainText('leads');
  // The claim that was looked at in Conflicts is the first evidence.
  const cell = page.locator('[data-cell="0-0"]');
  await cell.focus();
  await page.keyboard.press('-');
  await expect(cell).toHaveText('−');
  await expect(page.getByRole('columnheader', { name: /The fee/ })).toContainText('1 against');
  await expect(page.getByRole('columnheader', { name: /The fee/ })).not.toContainText('leads');
  await expect(page.getByRole('columnheader', { name: /The key rate/ })).toContainText('leads');
  await page.screenshot({ path: 'test-results/pages/matrix.png' });
});

test('a rule of one’s own is refused with its reason, then added, and switched off', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await runFromPalette(page, 'Checks', /Checks/);
  await page.getByRole('button', { name: /^Rules/ }).click();
  await page.getByRole('button', { name: 'Add a rule of your own' }).click();
  const form = page.getByRole('dialog', { name: 'Add a rule of your own' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Growth of production');
  await form.getByRole('textbox', { name: 'Formula' }).fill('production_growth = 100 * (vehicle_production / ');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('formula');
  await form.getByRole('textbox', { name: 'Formula' }).fill('production_growth = 100 * (vehicle_production / vehicle_production(-1) - 1)');
  await page.screenshot({ path: 'test-results/pages/formula-form.png' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Growth of production').first()).toBeVisible();
  await page.getByRole('button', { name: /^Rules/ }).click();
  await page.screenshot({ path: 'test-results/pages/rules.png' });
  await page.getByRole('checkbox', { name: /Growth of production/ }).click();
  await expect(page.locator('.check-rule', { hasText: 'Growth of production' })).toHaveCount(0);
});
