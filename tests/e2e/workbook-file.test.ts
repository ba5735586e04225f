// A workbook that came from elsewhere: dropped on the window, checked, kept and opened; a hostile one is named.
import { readFileSync } from 'node:fs';
import { expect, test } from './served-workbook.ts';

async function drop(page: import('@playwright/test').Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return data;
    },
    { base64: bytes.toString('base64'), name },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a dropped workbook is checked, kept with the others and opened; what is none is named', async ({ page, served, emptyServer }) => {
  const theirs = readFileSync(served.path);
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /Open a workbook file/ })).toBeVisible();
  await drop(page, 'Theirs.assay', Buffer.concat([theirs.subarray(0, 60), Buffer.from([0, 0, 0, 99]), theirs.subarray(64)]));
  await expect(page.getByText(/written by a newer Assay/)).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/foreign-refused-light-1440.png' });
  await drop(page, 'Theirs.assay', theirs);
  await expect(page.getByRole('contentinfo')).toContainText('120', { timeout: 30_000 });
  await expect(page.getByText('Theirs was checked and is kept with your workbooks.')).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/foreign-opened-light-1440.png' });
});
