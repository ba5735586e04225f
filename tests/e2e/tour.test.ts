// The first start has three doors; behind the first is a tour of five steps, each over once it was done.
import type { Page } from '@playwright/test';
import { expect, keptSettings, test } from './served-workbook.ts';
import { runFromPalette, seriousIn } from './source-steps.ts';

const tour = (page: Page) => page.getByRole('region', { name: 'Ten-minute tour' });
const heading = (page: Page) => tour(page).getByRole('heading', { level: 2 });

async function showMe(page: Page): Promise<void> {
  await runFromPalette(page, '>tour show', /Tour: show me where/);
}

for (const { theme, width, height } of [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1024, height: 700 },
] as const) {
  test(`the tour is taken by keys alone, in the ${theme} theme at ${width} by ${height}`, async ({ page, emptyServer }) => {
    await page.setViewportSize({ width, height });
    await page.goto(emptyServer.url);
    const doors = page.getByRole('region', { name: 'Where do you want to begin?' });
    await expect(doors.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    if (theme === 'dark') await runFromPalette(page, 'dark', /light and dark/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await seriousIn(page)).toEqual([]);
    await page.screenshot({ path: `test-results/pages/first-start-${theme}-${width}.png` });
    await doors.getByRole('button', { name: 'Open the sample' }).press('Enter');

    await expect(heading(page)).toHaveText('See where a figure comes from');
    const box = (await tour(page).boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= width && box.height < 100).toBe(true);
    await showMe(page);
    await expect(page.getByRole('tabpanel', { name: 'Figures' }).locator('.grid-host')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(heading(page)).toHaveText('See where a figure comes from');
    await page.keyboard.press('o');

    await expect(heading(page)).toHaveText('Capture a figure');
    await expect(tour(page)).toContainText('You saw the words behind a figure.');
    expect(await seriousIn(page, '.tour')).toEqual([]);
    await showMe(page);
    const text = page.getByRole('document', { name: /^Text of/ });
    await expect(text).toBeFocused();
    await expect(page.locator('.status-bar')).toContainText('120 claims');
    // The figure is the current one as soon as its text is drawn.
    await expect(page.getByRole('tabpanel').locator('.reader-scroll')).toContainText('8.5%');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: /Capture figure/ });
    await expect(form.getByLabel('Value', { exact: true })).toHaveValue('8.5');
    await page.keyboard.press('Enter');

    await expect(heading(page)).toHaveText('Decide between two claims');
    await expect(page.locator('.status-bar')).toContainText('121 claims');
    // What was begun is there again after a restart of the page.
    await page.reload();
    await expect(heading(page)).toHaveText('Decide between two claims');
    await showMe(page);
    const conflicts = page.getByRole('tabpanel', { name: 'Conflicts' });
    await expect(conflicts.locator('.verdict-bar')).toBeVisible();
    await page.keyboard.press('1');
    await expect(conflicts.getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('It counts the whole year.');
    await page.keyboard.press('Control+Enter');

    // Left and taken again, it goes on where it was.
    await expect(heading(page)).toHaveText('Go from a chart back to the words');
    await runFromPalette(page, '>leave tour', /Leave the tour/);
    await expect(tour(page)).toHaveCount(0);
    await expect(page.locator('.notices')).toContainText('The tour waits');
    await runFromPalette(page, '>ten tour', /Ten-minute tour/);
    await expect(heading(page)).toHaveText('Go from a chart back to the words');
    await showMe(page);
    await expect(page.getByRole('tabpanel', { name: 'Charts' }).locator('.chart-box').first()).toBeFocused();
    await page.keyboard.press('ArrowRight');

    await expect(heading(page)).toHaveText('Take something back');
    await page.keyboard.press('Control+z');
    await expect(heading(page)).toHaveText(/That is the whole way/);
    expect(await seriousIn(page, '.tour')).toEqual([]);
    await tour(page).getByRole('button', { name: 'Close' }).press('Enter');
    await expect(tour(page)).toHaveCount(0);
    await expect.poll(() => Object.keys(keptSettings(emptyServer.folder)).filter((key) => key.startsWith('tour:'))).toEqual([]);
  });
}

test('the tour is asked for from another workbook, and opens the sample for it', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  const doors = page.getByRole('region', { name: 'Where do you want to begin?' });
  await expect(doors).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: 'New workbook' }).getByLabel('Name').fill('Rates');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await runFromPalette(page, '>ten tour', /Ten-minute tour/);
  await expect(heading(page)).toHaveText('See where a figure comes from');
  await expect(page).toHaveTitle(/Chinese car makers in Russia/);
  // F6 goes through the strip, too; a step that is passed by is followed by the next.
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(tour(page).getByRole('button', { name: 'Show me where' })).toBeFocused();
  await tour(page).getByRole('button', { name: 'Skip' }).press('Enter');
  await expect(heading(page)).toHaveText('Capture a figure');
});

test('the second door asks for files, which begin a workbook', async ({ page, emptyServer }) => {
  await page.goto(emptyServer.url);
  const doors = page.getByRole('region', { name: 'Where do you want to begin?' });
  const files = page.waitForEvent('filechooser');
  await doors.getByRole('button', { name: 'Choose files' }).click();
  await (await files).setFiles([{ name: 'Rates.txt', mimeType: 'text/plain', buffer: Buffer.from('The key rate stood at 14.5% in March 2026.') }]);
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByRole('document', { name: 'Text of Rates' })).toContainText('14.5%');
  await runFromPalette(page, '>close the work', /Close the workbook/);
  await expect(page.getByRole('button', { name: /^Rates/ })).toBeVisible();
  await expect(doors).toHaveCount(0);
});

test('the third door takes in a workbook that was sent, and leads to what was done in it', async ({ page, emptyServer, served }) => {
  await page.goto(emptyServer.url);
  const sent = page.waitForEvent('filechooser');
  await page.getByRole('region', { name: 'Where do you want to begin?' }).getByRole('button', { name: 'Choose the file' }).click();
  await (await sent).setFiles([served.path]);
  await expect(page.locator('.status-bar')).toContainText('120 claims');
  await page.locator('.notices').getByRole('button', { name: 'See what was done in it' }).click();
  await expect(page.getByRole('tabpanel', { name: 'History' })).toBeVisible();
});
