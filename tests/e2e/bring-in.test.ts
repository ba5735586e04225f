// Bringing sources in by hand: one file is shown first, several run as a job, a cell of a table becomes a figure.
import { expect, test } from './served-workbook.ts';
import { addFiles } from './source-steps.ts';

const russian = 'Доля китайских марок на рынке выросла до половины. Продажи новых машин упали, а сбор вырос в октябре.';
const windows1251 = Buffer.from([...russian].map((letter) => (/[а-яА-Я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))));
const table = 'Brand,Year,Sold\nLada,2023,324446\nHaval,2023,111720\n';

test('a file is shown before it is added, its encoding can be changed, and what became of several files is told', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'fee.txt', mimeType: 'text/plain', buffer: windows1251 }]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'How the text begins' })).toContainText('Доля китайских марок');
  await dialog.getByLabel('Encoding').first().click();
  await page.getByRole('option', { name: /KOI8-R/ }).click();
  await expect(dialog.getByRole('region', { name: 'How the text begins' })).not.toContainText('Доля китайских марок');
  await dialog.getByLabel('Encoding').first().click();
  await page.getByRole('option', { name: /Windows-1251/ }).click();
  await expect(dialog.getByRole('region', { name: 'How the text begins' })).toContainText('Доля китайских марок');
  await page.screenshot({ path: 'test-results/pages/preview-light-1440.png' });
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('24');

  await addFiles(page, [
    { name: 'sold.csv', mimeType: 'text/csv', buffer: Buffer.from(table) },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'copy.txt', mimeType: 'text/plain', buffer: windows1251 },
  ]);
  await expect(dialog.getByText('1 added · 1 held already · 1 refused')).toBeVisible();
  await dialog.locator('li', { hasText: 'sold.csv' }).getByRole('button', { name: 'Read' }).click();

  await page.locator('.ag-cell', { hasText: '111720' }).first().click();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Measure')).toHaveValue('Sold');
  await expect(dialog.getByLabel('Subject')).toHaveValue('Haval');
  await expect(dialog.getByLabel('Period')).toHaveValue('2023');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');
  await expect(page.locator('.evidence')).toContainText('sold C3');
  await page.screenshot({ path: 'test-results/pages/dataset-light-1440.png' });
});

test('text pasted outside a field is shown before it is added, on the start screen too', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /New workbook/ }).first()).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Dealers sold 12,000 cars in May 2024.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue('Dealers sold 12,000 cars in May 2024.');
  await dialog.getByLabel('Title').fill('May in the showrooms');
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(page.locator('[aria-label="Text of May in the showrooms"]')).toContainText('12,000 cars');
});
