import { readFileSync } from 'node:fs';
import { assertAccessible } from './accessible.ts';
import { expect, test } from './served-workbook.ts';

test('a report is begun, quotes figures by @, says what is to settle, and goes out with a reason', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Reports$/ })
    .click();
  await page.getByRole('button', { name: 'New report' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Note for the client');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const report = page.getByRole('article');
  await expect(report.getByRole('heading', { name: 'Note for the client' })).toBeVisible();

  await page.getByRole('button', { name: /^Paragraph/ }).click();
  const field = page.getByRole('textbox', { name: 'Block' });
  await field.pressSequentially('In 2022 Chinese brands held @');
  await page.getByRole('textbox', { name: 'Find a figure' }).fill('market share chinese brands 2022');
  await expect(page.locator('.report-picker').getByRole('button').first()).toContainText('2022');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await field.press('End');
  await field.pressSequentially(', some 48 % more than before.');
  await field.press('Control+Enter');
  const figure = report.getByRole('button', { name: '17–20 %' });
  await expect(figure).toBeVisible();
  await expect(report.locator('.report-typed')).toHaveText('some 48 %');
  const toSettle = page.getByRole('complementary', { name: 'To settle before it goes out' });
  await expect(toSettle).toContainText('1 locked, 0 stale, 1 undecided, 1 typed by hand');
  await assertAccessible(page);
  await figure.click();
  await expect(page.locator('.evidence')).toContainText('Market share, Chinese brands');

  await toSettle.getByRole('button', { name: /^Keep as printed/ }).click();
  await dialog.getByRole('textbox', { name: 'Why?' }).fill('Both counts are quoted.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(toSettle.getByRole('button', { name: /^Keep as printed/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Hand over' }).last().click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Markdown (.md)' }).click();
  await dialog.getByRole('textbox', { name: 'Why?' }).fill('The number is a rough guess.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(text).toMatch(/17–20\s%/);
  expect(text).toContain('Both counts are quoted.');
  expect(text).toContain('The number is a rough guess.');

  await page.getByRole('button', { name: 'Note for the client: actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'New report' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(report.getByRole('heading', { name: 'Note for the client' })).toBeVisible();
});
