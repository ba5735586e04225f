import { expect, test } from './served-workbook.ts';

test('a thing shows its life cycle in its lane; a mark leads to its passage and to what brought it about', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Timeline$/ })
    .click();
  const plant = page.getByRole('region', { name: 'St Petersburg plant' });
  const stopped = plant.getByRole('button', { name: /^Stopped, paused · X-Cross 5 line wound down/ });
  await stopped.click();
  await expect(page.locator('.evidence')).toContainText('that line was soon wound down');
  await expect(page.locator('.timeline-causes path[marker-end]')).toHaveCount(1);

  // The rates of an instrument have a lane below it; the table says the same.
  const rate = page.getByRole('region', { name: /^key rate/ });
  await expect(rate.getByRole('button', { name: /^rate · 16 %/ })).toHaveCount(1);
  await page.getByRole('group', { name: /Items by lane/ }).focus();
  await page.keyboard.press('t');
  const table = page.getByRole('region', { name: 'Items of the timeline' });
  await expect(table.getByRole('row', { name: /18 Dec 2023 – 16 Sep 2024.*16 %/ })).toBeVisible();

  // What stands on one list has a lane of its own.
  await page.getByRole('combobox', { name: 'Lanes by' }).selectOption('batch');
  await expect(table.getByRole('button', { name: 'AvtoVAZ', exact: true })).toBeVisible();
});
