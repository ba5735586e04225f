// The page beside its text: a PDF is added by hand, its page is seen, and what is marked in the text is marked on the paper.
import type { Locator, Page } from '@playwright/test';
import { makePdf, paragraphLines } from '../helpers/made-pdf.ts';
import { expect, test } from './served-workbook.ts';
import { slowClock } from './slow-clock.ts';
import { addFiles, seriousIn } from './source-steps.ts';

const filler =
  'Dealers sold fewer cars in spring than a year before, and most of them expect that the market will not recover until the rates come down again.';
const report = Buffer.from(
  makePdf([
    [{ text: 'Spring in the showrooms', y: 72, size: 18 }, ...paragraphLines(filler, { y: 120 }), ...paragraphLines(filler, { y: 500 })],
    [
      ...paragraphLines('The share of makers from abroad rose to 51% in 2023, says the review.', { y: 200 }),
      { text: 'Brand', x: 72, y: 600 },
      { text: 'Sold in 2024', x: 300, y: 600 },
      { text: 'Haval', x: 72, y: 616 },
      { text: '190624', x: 300, y: 616 },
    ],
    ...Array.from({ length: 60 }, () => paragraphLines(filler, { y: 300 })),
  ]),
);

/** Whether there is ink on the drawn page inside a box, and just outside its left and right edge. */
async function inkAt(page: Page, box: Locator) {
  const place = (await box.boundingBox())!;
  return page.evaluate(({ x, y, width, height }) => {
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>('.page-canvas canvas')].find((one) => {
      const rect = one.getBoundingClientRect();
      return rect.top <= y && rect.bottom >= y + height;
    })!;
    const rect = canvas.getBoundingClientRect();
    const ratio = canvas.width / rect.width;
    const isInked = (from: number, to: number) => {
      const [left, top] = [(from - rect.left) * ratio, (y - rect.top) * ratio];
      const { data } = canvas.getContext('2d')!.getImageData(left, top, Math.max(1, (to - from) * ratio), height * ratio);
      return data.some((value, index) => index % 4 === 0 && value < 128);
    };
    return { inside: isInked(x, x + width), left: isInked(x - 2, x - 0.5), right: isInked(x + width + 0.5, x + width + 2) };
  }, place);
}

test.beforeEach(slowClock);

test('a PDF is read beside its pages: passages are marked on the paper, and a click on it goes to the words', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'spring.pdf', mimeType: 'application/pdf', buffer: report }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const pages = page.getByRole('region', { name: 'Pages of the file' });
  await expect(pages.getByText('of 62')).toBeVisible();
  await expect(pages.locator('[data-page="1"] canvas')).toBeVisible();
  expect(await pages.locator('canvas').count()).toBeLessThan(6);

  const text = page.locator('[aria-label^="Text of"]');
  await text.focus();
  await page.keyboard.press('n');
  await expect(text.locator('[data-current]')).toHaveText('51%');
  const focused = pages.locator('[data-page="2"] .page-focus');
  await expect(focused).toBeInViewport();
  await expect(pages.locator('[data-page="2"] canvas')).toBeVisible();
  await expect.poll(() => inkAt(page, focused)).toEqual({ inside: true, left: false, right: false });

  // Once it is captured, text and paper go on to the next.
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: /Capture/ });
  await form.getByLabel('Measure', { exact: true }).fill('market_share');
  await form.getByLabel('Subject', { exact: true }).fill('Makers from abroad');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(pages.locator('.page-mark[data-kind="figure"][data-capture="captured"]').first()).toBeVisible();
  await expect(text.locator('[data-current]')).toHaveText('2023');
  await expect.poll(() => gapBetween(focused, pages.locator('.page-mark[data-kind="event"]').first())).toBeLessThan(2);

  // The number in the second column of a table, far from where its share of the line would be.
  await pages.locator('[data-page="2"]').click({ position: await onPaper(pages.locator('[data-page="2"]'), 315, 612) });
  await expect(text.locator('[data-current]')).toHaveText('190624');
  await expect.poll(() => inkAt(page, focused)).toEqual({ inside: true, left: false, right: false });
  await page.screenshot({ path: 'test-results/pages/pages-light-1440.png' });
  expect(await seriousIn(page, '.reader')).toEqual([]);

  // Words drawn over on the paper are selected in the text, ready to be captured.
  const sheet = pages.locator('[data-page="2"]');
  const [from, to] = [await onPaper(sheet, 300, 596), await onPaper(sheet, 400, 596)];
  const { x, y } = (await sheet.boundingBox())!;
  await page.mouse.move(x + from.x, y + from.y);
  await page.mouse.down();
  await page.mouse.move(x + to.x, y + to.y, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(document.getSelection()))).toBe('Sold in 2024');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Sold in 2024');
  await expect(form.locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  await page.keyboard.press('b');
  await expect(pages).toBeHidden();
  await page.reload();
  await expect(text).toContainText('190624');
  await expect(pages).toBeHidden();
  await page.getByRole('button', { name: 'Page beside the text' }).click();
  await expect(pages).toBeVisible();
});

/** Pixels between the left edges of two boxes. */
async function gapBetween(one: Locator, other: Locator): Promise<number> {
  return Math.abs((await one.boundingBox())!.x - (await other.boundingBox())!.x);
}

/** A place on a sheet, from points of the paper (595 wide). */
async function onPaper(sheet: Locator, x: number, y: number) {
  const { width } = (await sheet.boundingBox())!;
  return { x: (x * width) / 595, y: (y * width) / 595 };
}

test('a scan is shown with a field for the words that are typed off its page', async ({ page, served }) => {
  await page.goto(served.url);
  await addFiles(page, [{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(makePdf([[], [], []])) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const text = page.locator('[aria-label^="Text of"]');
  await expect(text).toBeFocused();
  const pages = page.getByRole('region', { name: 'Pages of the file' });
  await pages.getByLabel('Page', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await expect(text.getByLabel('Page', { exact: true })).toHaveValue('3');
  await text.getByLabel('Words, exactly as they stand there').fill('The share rose to 51% in 2023.');
  await text.getByRole('button', { name: 'Add the words' }).click();
  await expect(text).toContainText('The share rose to 51% in 2023.');
  await page.screenshot({ path: 'test-results/pages/scan-light-1440.png' });
});
