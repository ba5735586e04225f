// Two spellings of one name, judged by key; what is known of an actor, typed into its form.
import { expect, test } from './served-workbook.ts';

test('names are judged by key, and taken back', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Actors$/ })
    .click();
  const list = page.getByRole('navigation', { name: 'Actors and names' });
  await list.getByRole('radio', { name: /To judge/ }).click();
  const pair = list.locator('.actor-item').first();
  const [one, other] = await pair.locator('.actor-item-name span').allTextContents();
  await pair.click();
  await page.screenshot({ path: 'test-results/pages/actors-pair.png' });
  await page.keyboard.press('s');
  await expect(list.locator('.actor-item', { hasText: one! }).filter({ hasText: other! })).toHaveCount(0);
  await list.getByRole('radio', { name: /All/ }).click();
  await list.getByRole('searchbox').fill(one!);
  const row = list.locator('.actor-item').first();
  await expect(row).toContainText(other!);
  await row.click();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take back', exact: true })).toHaveCount(0);
});

test('an actor is described, with a role and its dates', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Actors$/ })
    .click();
  await page
    .getByRole('navigation', { name: 'Actors and names' })
    .getByRole('button', { name: /Otkritie Auto/ })
    .click();
  await page.getByRole('button', { name: /^Describe/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Other names' }).fill('Another spelling');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Add a role' }).click();
  await form.getByRole('textbox', { name: 'Role' }).fill('Member of the board');
  await form.getByRole('textbox', { name: /^When/ }).fill('one day');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('one day');
  await form.getByRole('textbox', { name: /^When/ }).fill('2021/2023');
  await page.screenshot({ path: 'test-results/pages/actors-form.png' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.locator('.actor-facts')).toContainText('Member of the board');
  await expect(page.locator('.actor-facts')).toContainText('Another spelling');
});
