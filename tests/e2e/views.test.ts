// A view can be open twice, each with what it shows.
import { expect, keptSettings, test } from './served-workbook.ts';
import { runFromPalette } from './source-steps.ts';

test('two Readers stand side by side, each with its own source, also after a reload', async ({ page, served }) => {
  await page.goto(served.url);
  const first = page.locator('[data-view="reader"]');
  const second = page.locator('[data-view="reader#2"]');
  await page
    .getByRole('tabpanel', { name: 'Queue' })
    .getByRole('button', { name: /On the line/ })
    .click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(/On the line/);
  await first.locator('.reader-scroll').focus();
  await runFromPalette(page, 'Open in a second Reader', /second Reader/);
  await second.getByRole('button', { name: /The Russia dilemma/ }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(/The Russia dilemma/);
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(/On the line/);
  await expect.poll(() => Object.values(keptSettings(served.folder)).join()).toContain('"reader#2":{"sourceId"');
  await page.reload();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(/The Russia dilemma/);
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(/On the line/);
  await page.locator('.flexlayout__tab_button', { hasText: 'The Russia dilemma' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Close', exact: true }).click();
  await expect(second).toBeHidden();
  await expect(first).toBeVisible();
});
