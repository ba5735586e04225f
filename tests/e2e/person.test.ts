// A person without a name is asked for it once, before the first edit.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';

test.use({ author: null });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your name' });

async function pasteText(page: Page, text: string): Promise<void> {
  await runCommand(page, 'Paste text');
  const paste = page.getByRole('dialog', { name: 'Paste text' });
  await paste.getByLabel('Text', { exact: true }).fill(text);
  await paste.getByRole('button', { name: 'Add' }).click();
}

async function runCommand(page: Page, title: string): Promise<void> {
  // Keys answer once the page is drawn, which after a reload is not at once.
  await expect(page.getByRole('button', { name: /^Search/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(title);
  await page.getByRole('option', { name: title }).first().click();
}

test('asks for the name before the first edit and puts it beside the edits', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(dialog(page)).toBeHidden();
  await pasteText(page, 'Sales came to 41,200 cars in 2025.');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel('Name').fill('Anna Weber');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await pasteText(page, 'Sales came to 39,800 cars in 2024.');
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.locator('.history-author').first()).toHaveText('Anna Weber');
  await expect(page.locator('.history-author').nth(1)).toHaveText('Anna Weber');
});

test('goes on without a name after “Not now” and lets it be given later', async ({ page, served }) => {
  await page.goto(served.url);
  await pasteText(page, 'Sales came to 41,200 cars in 2025.');
  await dialog(page).getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.locator('.history-author').first()).toHaveText('unnamed');
  await pasteText(page, 'Sales came to 39,800 cars in 2024.');
  await expect(dialog(page)).toBeHidden();
  await runCommand(page, 'Your name…');
  await dialog(page).getByLabel('Name').fill('Anna Weber');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await pasteText(page, 'Sales came to 37,000 cars in 2023.');
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.locator('.history-author').first()).toHaveText('Anna Weber');
});
