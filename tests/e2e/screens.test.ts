// Every view of the sample, light and dark, wide and narrow: no error, nothing serious for assistive technology, and a
// picture of each to look at.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';
import { viewNames } from './view-names.ts';

/** From one to the other each view is drawn anew, as for a window that is made smaller or larger. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

/** Until nothing is loading and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0);
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map((one) => one.finished));
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`each view in the ${theme} theme, wide and narrow`, async ({ page, served }) => {
    await page.goto(served.url);
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const found: string[] = [];
    for (const view of viewNames) {
      const button = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`${view}$`) });
      await button.click();
      await expect(page.getByRole('tabpanel', { name: new RegExp(view) }).first()).toBeVisible();
      for (const size of sizes) {
        await page.setViewportSize(size);
        await settle(page);
        await page.screenshot({ path: `test-results/pages/${view.toLowerCase()}-${theme}-${size.width}.png` });
        if (size.width === 1024 && view !== 'Ledger') continue;
        // The docking library's button for hidden tabs shows a bare number beside its name.
        const serious = await seriousIn(page, 'html', ['label-content-name-mismatch']);
        found.push(...serious.map((one) => `${view} ${size.width}: ${one}`));
      }
    }
    expect(found).toEqual([]);
  });
}
