// The main job as a person does it, in a real browser over a real workbook.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';

const text = 'In 2024 the share of Chinese brands in Utopia reached 61.5% of new cars.\nDealers sold over 1.3m cars.';

async function addSource(page: Page) {
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: /Paste text/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Utopia digest');
  await dialog.getByLabel('Text', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(dialog).toBeHidden();
}

/** Selects words in the Reader with the mouse, as a reader does. */
async function selectWords(page: Page, words: string) {
  const box = await page.evaluate((wanted) => {
    const article = document.querySelector('[aria-label^="Text of"]') ?? document.body;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const nodes: { node: Text; start: number }[] = [];
    let all = '';
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      nodes.push({ node, start: all.length });
      all += node.data;
    }
    const at = all.indexOf(wanted);
    const locate = (offset: number) => {
      const { node, start } = nodes.findLast((entry) => entry.start <= offset)!;
      return { node, offset: offset - start };
    };
    const range = document.createRange();
    const [from, to] = [locate(at), locate(at + wanted.length - 1)];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0]!, rects.at(-1)!];
    return { x1: first.left + 1, y1: first.top + first.height / 2, x2: last.right - 1, y2: last.top + last.height / 2 };
  }, words);
  await page.mouse.move(box.x1, box.y1);
  await page.mouse.down();
  await page.mouse.move((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, { steps: 4 });
  await page.mouse.move(box.x2, box.y2, { steps: 4 });
  await page.mouse.up();
}

test('open the sample, add a source, capture a figure, see it everywhere, go back to its passage, undo, export', async ({ page, served }) => {
  await page.goto(served.url);
  await expect(page.getByText('120').first()).toBeVisible();

  await addSource(page);
  // What was pasted opens in the Reader by itself.
  await expect(page.locator('[aria-label="Text of Utopia digest"]')).toContainText('of new cars');

  await selectWords(page, 'reached 61.5% of new cars');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: /Capture figure/ });
  await expect(form).toBeVisible();
  await expect(form.getByLabel('Value', { exact: true })).toHaveValue('61.5');
  await form.getByLabel('Measure').fill('market_share');
  await form.getByLabel('Subject').fill('Utopia brands');
  await form.getByLabel('Area').fill('UT');
  await form.getByLabel('Period', { exact: true }).fill('2024');
  await form.getByRole('button', { name: /^Capture/ }).click();
  await expect(form).toBeHidden();
  await page.screenshot({ path: 'test-results/pages/1-captured-light-1440.png' });

  // In the grid, and from there two clicks to the passage.
  await page.getByRole('button', { name: 'Figures', exact: true }).click();
  const grid = page.getByRole('tabpanel', { name: 'Figures' });
  await grid.getByRole('button', { name: /Filter/ }).click();
  await grid.getByRole('textbox', { name: /Subject/ }).fill('Utopia');
  await expect(grid.getByRole('gridcell', { name: 'Utopia brands' })).toBeVisible();
  await grid.getByRole('gridcell', { name: /61\.5/ }).click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence.getByText('reached 61.5% of new cars')).toBeVisible();
  await evidence.getByRole('button', { name: /Open in Reader/ }).click();
  await expect(page.locator('[aria-label^="Text of Utopia digest"]')).toContainText('reached 61.5% of new cars');

  // In the ledger.
  await page.getByRole('button', { name: /Ledger$/ }).click();
  await expect(page.getByRole('tabpanel', { name: 'Ledger' }).getByText(/61\.5/).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/pages/2-ledger-light-1440.png' });

  // Undo takes it back everywhere; redo brings it again.
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('contentinfo')).toContainText('121');

  // Hand over.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Export as Excel');
  const download = page.waitForEvent('download');
  await page.getByRole('option', { name: /Export as Excel/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});
