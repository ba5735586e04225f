// Before any workbook is open, and the keys that work everywhere.
import { expect, test } from './served-workbook.ts';
import { openFirstFigure, runFromPalette } from './source-steps.ts';

test('an empty start teaches, and makes the sample or a new workbook', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/start-light-1440.png' });
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('120');
});

test('the palette offers on the start screen what can be done there, and nothing else', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search' });
  const offered = async (): Promise<string[]> => {
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('option').first()).toBeVisible();
    const titles = await palette.locator('.palette-title').allTextContents();
    await page.screenshot({ path: 'test-results/pages/palette-start-light-1440.png' });
    await page.keyboard.press('Escape');
    return titles;
  };
  const always = [
    'Add sources from files',
    'Add a folder',
    'Paste text',
    'Switch between light and dark',
    'Ten-minute tour',
    'Your name…',
    'All keys',
    'Open a workbook file…',
  ];
  expect(await offered()).toEqual(['New workbook', 'Open the sample', ...always]);
  await runFromPalette(page, 'new', 'New workbook');
  const dialog = page.getByRole('dialog', { name: 'New workbook' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Rates');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await expect(palette.getByRole('option', { name: 'New workbook', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await runFromPalette(page, 'close the workbook', /close the workbook/i);
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Rates/ })).toBeVisible();
  expect(await offered()).toEqual(['New workbook', 'Open the sample', ...always, 'Open Rates']);
  await runFromPalette(page, 'open rates', 'Open Rates');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
});

test('a link with a used token, and a page without one, are refused', async ({ page, served, noise }) => {
  await page.goto(served.url);
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  const stranger = await page.context().browser()!.newContext();
  const other = await stranger.newPage();
  const answer = await other.goto(served.url);
  expect(answer?.status()).toBe(403);
  await stranger.close();
  expect(noise).toEqual([]);
});

test('a plain figure is captured by keyboard alone: step to it, look, capture', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await expect(page.getByRole('tab', { name: 'Reader' })).toBeVisible();
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: /Paste text/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Rates');
  await dialog.getByLabel('Text', { exact: true }).fill('The key rate stood at 14.5% in March 2026.');
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await openFirstFigure(page, 'Rates', '14.5%');
  const form = page.getByRole('form', { name: /Capture figure/ });
  await expect(form.getByLabel('Value', { exact: true })).toHaveValue('14.5');
  await expect(form.getByLabel('Measure')).toHaveValue('key_rate');
  await expect(form.getByLabel('Subject')).toHaveValue('Key rate');
  await expect(form.getByLabel('Period', { exact: true })).toHaveValue('2026-03');
  await page.screenshot({ path: 'test-results/pages/capture-light-1440.png' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');
});
