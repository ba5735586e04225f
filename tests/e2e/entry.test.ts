// The window that Assay opens gets in by a page that only its user can read, and stays in when it is loaded anew.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, killServer, test } from './served-workbook.ts';
import { program } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the page that is handed to the window leads into the workbench, once', async ({ browser, served }) => {
  const said = join(served.folder, 'words');
  const words = join(root, 'tests/shells/say-words.sh');
  const env = {
    ...process.env,
    ASSAY_HOME: join(served.folder, 'home'),
    ASSAY_AUTHOR: 'Test',
    DISPLAY: ':0',
    ASSAY_BROWSER: words,
    SAID: served.folder,
  };
  const server = spawn(process.execPath, [program], { env, stdio: 'ignore' });
  try {
    await expect.poll(() => existsSync(said)).toBe(true);
    const address = /--app=(\S+)/.exec(readFileSync(said, 'utf8'))![1]!;
    const page = await browser.newPage();
    await page.goto(address);
    await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
    // Another profile does not share its cookie.
    const other = await browser.newPage();
    await other.goto(address);
    await expect(other.getByText('Open Assay from its own window.')).toBeVisible();
    for (const one of [page, other]) await one.close();
  } finally {
    await killServer(server);
  }
});
