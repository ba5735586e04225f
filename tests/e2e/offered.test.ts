// Whatever a view offers by a button, a choice or a menu stands in the palette, where it is found by its name.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { openFirstFigure, pasteSourceText, runFromPalette } from './source-steps.ts';

const offered =
  '.toolbar button, .segments button, .verdict-bar button, .conflict-weigh, .actor-head button, .actor-judge button, .anchor-bar button';

interface Named {
  readonly words: string;
  readonly keys: string;
  /** A button that shows what is chosen now, such as the series of a chart, names its command by it. */
  readonly offer?: string | undefined;
}

/** Name and key of each button that can be pressed now. */
function buttonsIn(view: Locator): Promise<Named[]> {
  return view.locator(offered).evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      if ((button as HTMLButtonElement).disabled || (button as HTMLElement).offsetParent === null) return [];
      const keys = button.querySelector('kbd')?.textContent ?? '';
      const copy = button.cloneNode(true) as HTMLElement;
      for (const aside of copy.querySelectorAll('kbd, em')) aside.remove();
      const words = (button.getAttribute('aria-label') ?? copy.textContent ?? '').trim();
      return [{ words, keys, offer: (button as HTMLElement).dataset.offer }];
    }),
  );
}

/** What the palette lists when it is asked for commands alone. */
async function commands(page: Page): Promise<Named[]> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  await page.keyboard.type('>');
  await expect(palette.getByRole('option').first()).toBeVisible();
  const list = await palette.getByRole('option').evaluateAll((options) =>
    options.map((option) => ({
      words: option.querySelector('.palette-title')?.textContent ?? '',
      keys: option.querySelector('kbd')?.textContent ?? '',
      offer: option.id,
    })),
  );
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  return list;
}

/** A button is found by its key, or by its words within those of a command, which stand alone. */
function isOffered({ words, keys, offer }: Named, list: readonly Named[]): boolean {
  if (offer !== undefined) return list.some((one) => one.offer === `view.${offer}`);
  return list.some((one) => (keys !== '' && keys !== '↵' && one.keys === keys) || one.words.toLowerCase().includes(words.toLowerCase()));
}

function missing(buttons: readonly Named[], list: readonly Named[]): string[] {
  return buttons.filter((button) => !isOffered(button, list)).map(({ words, keys }) => `${words} ${keys}`.trim());
}

async function expectAllOffered(page: Page, view: string): Promise<void> {
  const panel = page.getByRole('tabpanel', { name: view });
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect.poll(async () => (await buttonsIn(panel)).length, `${view} has buttons`).toBeGreaterThan(0);
  const buttons = await buttonsIn(panel);
  expect(missing(buttons, await commands(page)), view).toEqual([]);
}

/** Of the menu that is open. */
async function expectMenuOffered(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeVisible();
  const entries = await menu.locator('[role="menuitem"]:not([aria-disabled="true"])').evaluateAll((items) =>
    items.map((item) => ({
      words: item.querySelector('.menu-words')?.textContent?.trim() ?? '',
      keys: item.querySelector('kbd')?.textContent ?? '',
    })),
  );
  await page.keyboard.press('Escape');
  expect(entries.filter(({ words }) => words === '')).toEqual([]);
  expect(missing(entries, await commands(page))).toEqual([]);
}

const open = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();

test('what Conflicts, its matrix and Actors offer is in the palette, and does there what it does here', async ({ page, served }) => {
  await page.goto(served.url);
  await open(page, 'Conflicts');
  const conflicts = page.getByRole('tabpanel', { name: 'Conflicts' });
  await expect(conflicts.locator('.verdict-bar')).toBeVisible();
  await conflicts.locator('.conflict-item').first().click();
  await expectAllOffered(page, 'Conflicts');
  // A control: what no command does is told.
  expect(missing([{ words: 'Fold the map', keys: 'Ctrl 9' }], await commands(page))).toEqual(['Fold the map Ctrl 9']);

  await expectMenuOffered(page, () => conflicts.locator('.conflict-item').first().click({ button: 'right' }));
  await runFromPalette(page, '>next in', /Next in the queue/);
  await expect(conflicts.locator('.conflict-item').nth(1)).toHaveAttribute('aria-current', 'true');
  await runFromPalette(page, '>verdict adopt b', /Verdict: Adopt B/);
  await expect(conflicts.getByRole('button', { name: /^Adopt B/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(conflicts.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('It counts the whole year.');
  await runFromPalette(page, '>give the verdict', /Give the verdict/);
  await expect(page.getByRole('contentinfo')).toContainText(/Undo/);
  await runFromPalette(page, '>show closed', /Show: Closed/);
  await expect(conflicts.getByRole('radio', { name: /Closed/ })).toHaveAttribute('aria-checked', 'true');
  await expectAllOffered(page, 'Conflicts');

  await runFromPalette(page, 'Weigh rival', /Weigh rival/);
  await page.getByRole('button', { name: 'Weigh rival explanations' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /What is to be explained/ }).fill('Why did imports fall?');
  await form.getByRole('textbox', { name: /Explanations/ }).fill('The fee\nThe key rate');
  await form.getByRole('button', { name: 'Weigh' }).click();
  const cell = page.locator('[data-cell="0-1"]');
  await cell.focus();
  await runFromPalette(page, '>mark against', /speaks against/);
  await expect(cell).toHaveText('−');
  await expect(cell).toBeFocused();
  await expectAllOffered(page, 'Explanations');

  await open(page, 'Actors');
  await expectAllOffered(page, 'Actors');
  await runFromPalette(page, '>show judge', /Show: To judge/);
  const actors = page.getByRole('tabpanel', { name: 'Actors' });
  await expect(actors.locator('.actor-judge')).toBeVisible();
  await expectAllOffered(page, 'Actors');
  await expectMenuOffered(page, () => actors.locator('.actor-item').first().click({ button: 'right' }));
});

test('what Ledger, Series and Charts offer is in the palette, their menus included', async ({ page, served }) => {
  await page.goto(served.url);
  await open(page, 'Ledger');
  const ledger = page.getByRole('tabpanel', { name: 'Ledger' });
  const grid = ledger.locator('.ledger-grid');
  await expect(grid.locator('[data-state]').first()).toBeVisible();
  await expectAllOffered(page, 'Ledger');
  const cell = grid.locator('[data-column]', { hasText: /\d/ }).first();
  await cell.click();
  await expectMenuOffered(page, () => page.keyboard.press('Shift+F10'));
  await runFromPalette(page, '>cells show origins', /What cells show/);
  await runFromPalette(page, '>filter', /^Filter/);
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expectAllOffered(page, 'Series');

  await open(page, 'Charts');
  await expectAllOffered(page, 'Charts');
  const charts = page.getByRole('tabpanel', { name: 'Charts' });
  await runFromPalette(page, '>next point', /Next point/);
  await expect(charts.locator('.chart-panel [role="status"]').first()).not.toHaveText('');
  await charts.locator('.chart-box').first().focus();
  await expectMenuOffered(page, () => page.keyboard.press('Shift+F10'));
});

test('what the queue of passages in doubt offers is in the palette', async ({ page, served }) => {
  await page.goto(served.url);
  await pasteSourceText(page, 'Rates', 'The key rate stood at 14.5% in March 2026.');
  await openFirstFigure(page, 'Rates', '14.5%');
  await expect(page.getByRole('form', { name: /Capture figure/ }).getByLabel('Measure')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('121');
  await runFromPalette(page, 'Newer version of this source by pasting', /by pasting/);
  await page.getByRole('dialog').getByLabel('Newer text').fill('The key rate stood at 14.25% in March 2026.');
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the text' }).click();
  await page.getByRole('button', { name: 'Look at them' }).click();
  await expectAllOffered(page, 'Passages to check');
  await expectMenuOffered(page, () => page.locator('.anchor-item').first().click({ button: 'right' }));
  await runFromPalette(page, '>accept the', /Accept the proposed place/);
  await expect(page.getByRole('tabpanel', { name: 'Passages to check' }).getByText(/No passage is in doubt/)).toBeVisible();
});
