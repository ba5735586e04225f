// A board as a person makes it: a panel with a title that is checked, a mark that leads to its passage, a note, and the file.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { assertAccessible } from './accessible.ts';
import { expect, test } from './served-workbook.ts';

async function openBoards(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Boards$/ })
    .click();
}

async function beginBoard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More on the board Market and fee' }).click();
  await page.getByRole('menuitem', { name: 'New board' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

async function addPanel(page: Page, title: string, series: string, more?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page
    .getByRole('button', { name: /^(Panel|New panel)/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  const choice = dialog.getByRole('combobox', { name: 'Series' }).first();
  await choice.fill(series);
  await page.getByRole('option').first().click();
  await choice.press('Tab');
  await more?.(dialog);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a board is begun, a title is checked as figures change, and a mark leads to its passage', async ({ page, served }) => {
  await page.goto(served.url);
  await openBoards(page);
  await beginBoard(page, 'Fee and localisation');
  await expect(page.getByText('This board has no panel yet.')).toBeVisible();
  await addPanel(page, 'Share rose sevenfold', 'market share brands RU', async (dialog) => {
    await dialog.getByRole('button', { name: 'Add a finding' }).click();
    const finding = dialog.getByRole('group', { name: 'Finding 1' });
    await finding.getByRole('textbox', { name: 'From' }).fill('2021');
    await finding.getByRole('textbox', { name: 'To' }).fill('2023');
    await finding.getByRole('combobox', { name: 'By' }).click();
    await page.getByRole('option', { name: 'times' }).click();
    await finding.getByRole('textbox', { name: 'Number' }).fill('7');
  });
  const panel = page.getByRole('region', { name: 'Share rose sevenfold' });
  await expect(panel).toContainText('Holds');
  await expect(panel).toContainText('Sources:');
  await assertAccessible(page);

  await panel.getByRole('group').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.evidence')).toContainText('Market share');
  await expect(panel.getByRole('status')).toContainText('2020');
  await page.keyboard.press('o');
  await expect(page.locator('.reader-text .seen[data-selected]').first()).toBeVisible();
  await openBoards(page);

  await panel.getByRole('button', { name: 'More on Share rose sevenfold' }).click();
  await page.getByRole('menuitem', { name: /Edit panel/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group', { name: 'Finding 1' }).getByRole('textbox', { name: 'Number' }).fill('9');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(panel).toContainText('No longer holds');
  await page.keyboard.press('Control+z');
  await expect(panel).toContainText('Holds');
});

test('what a figure may not do is refused in words; a note stands on its figure; the panel is saved as SVG and removed', async ({ page, served }) => {
  await page.goto(served.url);
  await openBoards(page);
  await beginBoard(page, 'Output');
  await addPanel(page, 'Output', 'vehicle production passenger');
  const panel = page.getByRole('region', { name: 'Output', exact: true });
  await panel.getByRole('button', { name: 'More on Output' }).click();
  await page.getByRole('menuitem', { name: /Edit panel/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Index' }).click();
  await dialog.getByRole('textbox', { name: 'Base period' }).fill('1999');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('base of the index is not told');
  await dialog.getByRole('radio', { name: 'Values' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  await panel.getByRole('group').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.evidence')).toContainText('Vehicle production');
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('First count after the exit.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('list', { name: 'Notes' })).toContainText('First count after the exit.');

  await panel.getByRole('button', { name: 'More on Output' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
  const svg = readFileSync(await (await saved).path(), 'utf8');
  expect(svg).toContain('Output');
  expect(svg).toContain('Rosstat');

  await page.keyboard.press('t');
  await expect(page.getByRole('table', { name: 'Output' })).toBeVisible();
  await assertAccessible(page);
  await panel.getByRole('button', { name: 'More on Output' }).click();
  await page.getByRole('menuitem', { name: 'Remove panel' }).click();
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel).toBeVisible();
});
