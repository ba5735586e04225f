// The program is killed in the middle of the work: started again it stands where it was.
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, keptSettings, killServer, startServer, test } from './served-workbook.ts';

const longText = Array.from({ length: 120 }, (_, at) => `Paragraph ${at}: sales came to ${at + 100} cars in 2024.`).join('\n\n');

/** What is kept on this computer under the key that begins so, and how the key goes on. */
function keptAt(folder: string, start: string): readonly [value: string, of: string] {
  const [key, value] = Object.entries(keptSettings(folder)).find(([one]) => one.startsWith(start)) ?? [start, ''];
  return [value, key.slice(start.length)];
}

test('after a kill the workbook, the layout, the place in the text and the draft are there again', async ({ page, served, noise }) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kill-page-'));
  const running: ChildProcess[] = [];
  try {
    mkdirSync(join(folder, 'workbooks'));
    const path = join(folder, 'workbooks', 'Mine.assay');
    cpSync(served.path, path);
    const first = await startServer(path, folder);
    running.push(first.server);
    await page.goto(first.url);
    await page.getByRole('button', { name: 'Sources', exact: true }).click();
    await page.getByRole('button', { name: /Paste text/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Long digest');
    await dialog.getByLabel('Text', { exact: true }).fill(longText);
    await dialog.getByRole('button', { name: /^Add/ }).click();
    await expect(page.locator('[aria-label="Text of Long digest"]')).toContainText('Paragraph 0');
    await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
    await expect(page.getByText('Paragraph 60:')).toBeInViewport();
    // Scrolling soon after a text was opened is no reading yet: it goes on until the place is kept.
    await expect(async () => {
      await page.locator('.reader-scroll').evaluate((scroller) => scroller.scrollBy(0, 1));
      const [place, source] = keptAt(folder, 'place:');
      expect(place).toMatch(/^[1-9]/);
      expect(keptAt(folder, 'layout:')[0]).toContain(source);
    }).toPass();
    await killServer(first.server);
    noise.length = 0;

    const second = await startServer(undefined, folder);
    running.push(second.server);
    await page.goto(second.url);
    await expect(page.getByText('Mine', { exact: false }).first()).toBeVisible();
    await expect(page.locator('[aria-label="Text of Long digest"]')).toBeVisible();
    await expect(page.getByText('Paragraph 60:')).toBeInViewport();

    await page.locator('.reader-scroll').press('n');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: /Capture/ });
    await form.getByLabel('Subject').fill('A subject half typed');
    await expect.poll(() => keptAt(folder, 'draft:')[0]).toContain('A subject half typed');
    await killServer(second.server);

    const third = await startServer(undefined, folder);
    running.push(third.server);
    await page.goto(third.url);
    await expect(page.getByRole('form', { name: /Capture/ }).getByLabel('Subject')).toHaveValue('A subject half typed');
    // A page that outlives its server would tell that it cannot reach it.
    await page.goto('about:blank');
    noise.length = 0;
  } finally {
    for (const server of running) await killServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
});
