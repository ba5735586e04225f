// What tells two things apart is not cut: in each view of the sample, as the rail opens it, at most five texts are, and no
// number, no date and no head of a column among them. Pointing at one that is cut tells it whole.
import { expect, test } from './served-workbook.ts';
import { viewNames } from './view-names.ts';

const mostCut = 5;
const numberOrDate =
  /^[<>≈≥≤~+−–-]?\s*\d[\d\s.,:?~–…/+−-]*(%|pp|k|m|bn|tn|units)?$|^(\d+ )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*\d{4}$/;

test('at most five texts of a view are cut, and no number and no date', async ({ page, served }) => {
  await page.goto(served.url);
  const found: Record<string, string[]> = {};
  for (const view of viewNames.filter((name) => name !== 'Timeline')) {
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: new RegExp(`${view}$`) })
      .click();
    await expect(page.getByRole('tabpanel', { name: new RegExp(view) }).first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0);
    await expect(page.locator('.view-waiting:visible')).toHaveCount(0);
    found[view] = await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...document.querySelectorAll<HTMLElement>('.dock *, .evidence *')].flatMap((element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return [];
        const { textOverflow, overflowX, webkitLineClamp } = getComputedStyle(element);
        const isCut =
          webkitLineClamp === 'none'
            ? textOverflow === 'ellipsis' && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
            : element.scrollHeight > element.clientHeight + 1;
        const words = element.textContent?.trim() ?? '';
        return isCut && words !== '' && element.clientWidth > 1 ? [words] : [];
      });
    });
  }
  expect(Object.entries(found).filter(([, words]) => words.length > mostCut)).toEqual([]);
  expect(Object.values(found).flatMap((words) => words.filter((one) => numberOrDate.test(one)))).toEqual([]);
});

test('pointing at words that are cut tells them whole', async ({ page, served }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Statements$/ })
    .click();
  const cell = page.locator('.ag-cell[col-id="gist"]', { hasText: 'Rivals from China' });
  await cell.hover();
  await expect(page.locator('[title^="Rivals from China have cheaper parts"]')).toHaveCount(1);
});
