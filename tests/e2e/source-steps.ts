// Steps that several browser tests share: a command from the palette, bringing a text in and finding it in the Reader.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Types part of a command into the palette and runs it, once it is the first that is offered. */
export async function runFromPalette(page: Page, typed: string, title: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
  await expect(palette.getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

export async function pasteSourceText(page: Page, title: string, text: string): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText('120');
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: /Paste text/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Text', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(dialog).toBeHidden();
}

/** Goes to the first figure that was seen in the text, once it is marked, and opens the form that captures it. */
export async function openFirstFigure(page: Page, title: string, words: string): Promise<void> {
  const text = readerText(page, title);
  await expect(text.locator('[data-mention]').first()).toHaveText(words);
  await text.focus();
  await page.keyboard.press('n');
  await expect(text.locator('[data-current]')).toHaveText(words);
  await page.keyboard.press('Enter');
}

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses files in Sources, as the dialog of the system would hand them over. */
export async function addFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Sources$/ })
    .click();
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /Add source/ })
    .first()
    .click();
  await (await asked).setFiles([...files]);
}

/** What assistive technology would stumble over in the page, or in a part of it. */
export async function seriousIn(page: Page, part = 'html', besides: readonly string[] = []): Promise<string[]> {
  // There are no frames to look into, and what is well need not be listed: ten times as fast.
  const rules = Object.fromEntries(besides.map((rule) => [rule, { enabled: false }]));
  const axe = new AxeBuilder({ page })
    .include(part)
    .options({ resultTypes: ['violations'], rules })
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 200)}`);
}

export function readerText(page: Page, title: string): Locator {
  return page.locator(`[aria-label="Text of ${title}"]`);
}
