// Scenarios as a person meets them: a number leads to its formula and its passage, a scenario is made and set, a changed claim marks
// what rests on it, and a model is written in its sheet.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { plainApp } from '../faults/plain-app.ts';
import { assertAccessible } from './accessible.ts';
import { expect, killServer, startServer, test } from './served-workbook.ts';

async function openScenarios(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios' }).click();
}

test('a result opens its formula, and from there its passage', async ({ page, served }) => {
  await openScenarios(page, served.url);
  await expect(page.getByRole('region', { name: /^Cumulative value with events/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Expected: Net present value/ })).toContainText('p5 to p95');
  await assertAccessible(page);
  await page.getByRole('region', { name: 'Outputs' }).getByRole('button', { name: 'Fee path, 2035' }).click();
  const details = page.getByRole('dialog');
  await expect(details).toContainText('fee = given(UF');
  await details.getByRole('button', { name: 'Yearly rise of the fee, 2027–2030' }).click();
  await expect(page.locator('.evidence')).toContainText('10 to 20% a year');
});

test('a scenario is made, set and compared, and one undo takes the value back', async ({ page, served }) => {
  await openScenarios(page, served.url);
  await page.getByRole('button', { name: 'New scenario' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Weak rouble');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('button', { name: /Import or assemble: Weak rouble/ })).toBeVisible();
  await page.getByRole('button', { name: 'Change Exchange rate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exchange rate' });
  await dialog.getByRole('textbox', { name: 'Value' }).fill('95');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const rate = page.getByRole('region', { name: 'Inputs' }).getByRole('listitem').filter({ hasText: 'Exchange rate' });
  await expect(rate).toContainText('95 RUB/USD');
  await expect(rate).toContainText('set here');
  await page.getByRole('radio', { name: 'Compare' }).click();
  await expect(page.getByRole('columnheader', { name: 'Weak rouble' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rate).toContainText('80 RUB/USD');
});

test('a model is written in its sheet, and a slip is told at its place', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-scenarios-'));
  const app = plainApp(folder);
  const path = join(folder, 'own.assay');
  await app.createPath(path);
  app.close();
  const { url, server } = await startServer(path, folder);
  try {
    await openScenarios(page, url);
    await expect(page.getByText('A model computes what follows from named inputs')).toBeVisible();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('radio', { name: 'Model' }).click();
    await page.getByRole('button', { name: 'Add an input' }).click();
    const inputs = page.getByRole('table', { name: 'Inputs' });
    const type = async (name: string, text: string, table = inputs) => {
      await table.getByRole('textbox', { name, exact: true }).last().fill(text);
      await page.keyboard.press('Enter');
    };
    await type('Code', 'cost');
    await type('Value', '1,200');
    await page.getByRole('button', { name: 'Add a formula' }).click();
    const formulas = page.getByRole('table', { name: 'Formulas' });
    await type('Formula', 'cost * 2 + tax', formulas);
    await expect(formulas).toContainText('no input, formula or index is called tax');
    await expect(formulas).toContainText('character 12');
    await type('Formula', 'cost * 2', formulas);
    await expect(formulas).toContainText('2,400');
    await assertAccessible(page);
    await page.getByRole('region', { name: 'What rests on what' }).getByRole('button', { name: 'cost' }).click();
    await expect(page.getByRole('region', { name: 'What rests on what' }).getByRole('button', { name: 'cost' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  } finally {
    await killServer(server);
  }
});
