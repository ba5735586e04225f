// A workbook that came from elsewhere: dropped on the window, checked, kept and opened; a hostile one is named.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, killServer, startServer, test } from './served-workbook.ts';
import { runFromPalette } from './source-steps.ts';

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
  await expect(page.getByRole('button', { name: 'Choose the file' })).toBeVisible();
  await drop(page, 'Theirs.assay', Buffer.concat([theirs.subarray(0, 60), Buffer.from([0, 0, 0, 99]), theirs.subarray(64)]));
  await expect(page.getByText(/written by a newer Assay/)).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/foreign-refused-light-1440.png' });
  await drop(page, 'Theirs.assay', theirs);
  // The notice goes by itself, on a busy machine before all of the workbook is read.
  await expect(page.getByText('Theirs was checked and is kept with your workbooks.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await page.screenshot({ path: 'test-results/pages/foreign-opened-light-1440.png' });
});

test('a file that is replaced under the open workbook is told once, and the title bar claims nothing else', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const saved = page.getByRole('banner').locator('.saved');
  await expect(saved).toHaveText('Saved');
  cpSync(served.path, `${served.path}.other`);
  renameSync(`${served.path}.other`, served.path);
  await expect(page.getByRole('alert')).toContainText('was replaced by another program');
  await expect(saved).toHaveText('Changes are not saved');
  await expect(page.getByText('was replaced by another program')).toHaveCount(1);
  await page.screenshot({ path: 'test-results/pages/replaced-light-1440.png' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.screenshot({ path: 'test-results/pages/replaced-dark-1024.png' });
});

test('a damaged workbook of the list shows its backups, and one of them brings it back', async ({ page, served }) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-damaged-'));
  const path = join(folder, 'workbooks', 'Mine.assay');
  mkdirSync(join(folder, 'workbooks'));
  cpSync(served.path, path);
  const before = await startServer(path, folder);
  await page.goto(before.url);
  await page.getByRole('contentinfo').getByText('120').waitFor();
  await runFromPalette(page, 'Backups of', /Backups of/);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('list', { name: 'Backups' }).getByText('holds every edit')).toBeVisible();
  await page.goto('about:blank');
  await killServer(before.server);
  writeFileSync(path, readFileSync(path).fill(0xa5, 100, 4000));
  const { url, server } = await startServer(undefined, folder);
  await page.goto(url);
  await page.getByRole('button', { name: /^Mine/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Mine cannot be opened' });
  await expect(dialog).toContainText('The workbook is damaged. It was left as it is.');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('120');
  expect(readdirSync(join(folder, 'workbooks')).filter((name) => name.includes('before restore'))).toHaveLength(1);
  await page.goto('about:blank');
  await killServer(server);
  rmSync(folder, { recursive: true, force: true });
});
