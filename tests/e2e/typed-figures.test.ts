// Figures typed over in the grid: refused whole or taken whole, told apart from their passages, and never moved away under the hand.
import { expect, test } from './served-workbook.ts';

test('a figure typed over is taken whole or refused, asks why it differs from its passage, and goes back', async ({ page, served }) => {
  await page.goto(served.url);
  await page.getByRole('navigation', { name: 'Views' }).getByText('Figures', { exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Figures' });
  await grid.getByRole('columnheader', { name: 'Value' }).click();
  const cell = grid.getByRole('gridcell', { name: '40k', exact: true });
  await cell.click();
  const row = grid.getByRole('row').filter({ hasText: 'Moskvich plant' }).filter({ hasText: 'Sergey Kogogin' }).first();

  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('=40*1000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/is a formula/)).toBeVisible();
  await page.keyboard.press('Escape');

  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('33.5');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The passage says something else' });
  await expect(dialog.getByText('33.5k')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Why the change?' }).fill('Read in the annex.');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('img', { name: 'differs from its passage' })).toBeVisible();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await row.getByText('33.5k').click();
  await expect(evidence.getByText('Differs from passage')).toBeVisible();
  await expect(evidence.getByText('Reason: Read in the annex.')).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/differs-from-passage.png' });
  await page.keyboard.press('b');
  await expect(row.getByRole('img', { name: 'differs from its passage' })).toHaveCount(0);
  await expect(row.getByText('40k')).toBeVisible();
});

test('rows stay where they are when the column that sorts them is edited, until they are sorted again', async ({ page, served }) => {
  await page.goto(served.url);
  await page.getByRole('navigation', { name: 'Views' }).getByText('Figures', { exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Figures' });
  await grid.getByRole('columnheader', { name: 'Value' }).click();
  const cell = grid.getByRole('gridcell', { name: '7.5', exact: true }).first();
  const place = await cell.locator('xpath=ancestor::*[@row-index]').getAttribute('row-index');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change without a reason' }).click();
  const again = page.getByRole('button', { name: 'Sort again' });
  await expect(again).toBeVisible();
  await expect(grid.locator(`[row-index="${place}"]`).getByText('99', { exact: true })).toBeVisible();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(grid.locator(`[row-index="${place}"]`).getByText('99', { exact: true })).toHaveCount(0);
});
