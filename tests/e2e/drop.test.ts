// A folder dropped on the window, as the browser hands it over: nested, with hundreds of files, empty, with what is no source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';

/** Drags paths of this computer over the window and lets them go, in the browser itself: entries are real ones. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const at = { x: 400, y: 400, data: { items: [], files: [...paths], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await browser.send('Input.dispatchDragEvent', { type, ...at });
  await browser.detach();
}

function folderWith(parent: string, name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('a folder with folders in it and hundreds of files is read whole, and what is no source is told', async ({ page, emptyServer }) => {
  const many = Object.fromEntries(
    Array.from({ length: 230 }, (_, index) => [`months/${index}.txt`, `Dealers sold ${index + 100} cars in town ${index}.`]),
  );
  const folder = folderWith(emptyServer.folder, 'Autumn reading', {
    ...many,
    'deep/er/still/report.txt': 'Exports fell by 7% in 2024.',
    'deep/table.csv': 'Brand,Sold\nLada,12\n',
    'old.assay': 'not a source',
    'none.txt': '',
    '.hidden/kept.txt': 'A system keeps this to itself.',
    'page.html': '<html><head><title>A page</title></head><body><article><p>Sales rose by 5% in 2023, said the works.</p></article></body></html>',
    'page_files/part.txt': 'A part of the page.',
  });
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /New workbook/ }).first()).toBeVisible();
  await drop(page, [folder]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('233 added · 2 refused · 1 file of a saved page')).toBeVisible();
  await expect(dialog.locator('li', { hasText: 'old.assay' })).toContainText('A workbook is opened alone');
  await page.screenshot({ path: 'test-results/pages/drop-light-1440.png' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo')).toContainText('233 sources');
  await expect(page.locator('.title-bar')).toContainText('Autumn reading');
});

test('an empty folder says so, and a single file of a folder is shown before it is added', async ({ page, emptyServer }) => {
  const empty = folderWith(emptyServer.folder, 'empty', {});
  const single = folderWith(emptyServer.folder, 'single', { 'inner/only.txt': 'Dealers sold 12,000 cars in May 2024.', '.DS_Store': 'x' });
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /New workbook/ }).first()).toBeVisible();
  await drop(page, [empty]);
  await expect(page.getByText('There is nothing to bring in')).toBeVisible();
  await drop(page, [single]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'How the text begins' })).toContainText('12,000 cars');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('1 source');
});
