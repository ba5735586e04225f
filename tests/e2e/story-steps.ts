// What the stories of policy and projects share: a workbook of their own with what was told before, a text brought in, a claim
// captured by keys, a mark that leads to its passage, and what is handed over.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import type { PolicyContent } from '../../electron/core/features/exchange/policy-content.ts';
import type { Input } from '../../shared/contract.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { plainApp } from '../faults/plain-app.ts';
import { test as base, expect, killServer, startServer } from './served-workbook.ts';
import { runFromPalette } from './source-steps.ts';

type Records = Input<'policy.describe'>['records'];
type WithWords<Claim> = Claim extends unknown ? Omit<Claim, 'passage'> & { readonly words: string } : never;
/** A claim without its passage, with the words that tell it. */
export type ToldClaim = WithWords<ClaimInput>;

export interface Told {
  readonly title: string;
  readonly publishedOn: string;
  readonly grade?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly claims: readonly ToldClaim[];
}

export interface Story {
  readonly path: string;
}

/** Opens the window on a new workbook that holds what is told; `described` gets the ids of claims by their `ref`. */
export interface StoryOfTest {
  readonly begin: Begin;
}

export type Begin = (told: readonly Told[], described?: (claim: (ref: string) => string) => Records) => Promise<Story>;

export const test = base.extend<StoryOfTest>({
  begin: async ({ page, noise: _noise }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-story-'));
    let served: ChildProcess | undefined;
    await use(async (told, described) => {
      const path = join(folder, 'Story.assay');
      await makeWorkbook(path, folder, told, described);
      const { url, server } = await startServer(path, folder, 'Test');
      served = server;
      await page.goto(url);
      return { path };
    });
    if (served !== undefined) await killServer(served);
    rmSync(folder, { recursive: true, force: true });
  },
});

async function makeWorkbook(path: string, folder: string, told: readonly Told[], described: Parameters<Begin>[1]): Promise<void> {
  const app = plainApp(folder);
  try {
    await app.createPath(path);
    const ids = new Map<string, string>();
    for (const { claims, grade = 'B', ...meta } of told) {
      const text = claims.map(({ words }) => words).join('\n');
      const { id: source } = await app.ask('sources.paste', { text, meta: { ...meta, grade } });
      const captured = claims.map(({ words, ...claim }) => ({ ...claim, passage: { source, exact: words } })) as ClaimInput[];
      for (const { ref, id } of (await app.ask('claims.capture', { claims: captured })).claims) if (ref !== null) ids.set(ref, id);
    }
    const records = described?.((ref) => ids.get(ref)!) ?? [];
    if (records.length > 0) await app.ask('policy.describe', { records });
  } finally {
    app.close();
  }
}

/** Pastes a text as a new source; it opens in the Reader, which has the focus. */
export async function bringIn(page: Page, { title, publishedOn, text }: { title: string; publishedOn: string; text: string }): Promise<void> {
  await openView(page, 'Sources');
  await page.getByRole('button', { name: /Paste text/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Published').fill(publishedOn);
  await dialog.getByLabel('Text', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByRole('document', { name: `Text of ${title}` })).toBeFocused();
}

export async function openView(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();
}

const kinds = ['figure', 'event', 'statement'] as const;

export interface Captured {
  readonly kind: (typeof kinds)[number];
  /** Words of the text in the Reader: they become the passage. */
  readonly words: string;
  /** By label: typed, or chosen by its word; several names as a list. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** From the text in the Reader, by keys: the words are found and selected, the form is filled, Enter captures. */
export async function capture(page: Page, { kind, words, fields }: Captured): Promise<void> {
  await page.getByRole('document', { name: /^Text of/ }).focus();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in this text' });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  // The count of words that were sought before is not that of these.
  await expect(bar.getByRole('status')).not.toHaveText(/^1 of/);
  await page.keyboard.insertText(words);
  await expect(bar.getByRole('status')).toHaveText(/^1 of/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(words);
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: /^Capture/ });
  await expect(form.locator('[data-field]:focus')).toBeVisible();
  await page.keyboard.press(`Alt+${kinds.indexOf(kind) + 1}`);
  await expect(page.getByRole('form', { name: `Capture ${kind}` })).toBeVisible();
  await form.getByRole('button', { name: 'More fields' }).press('Enter');
  for (const [label, value] of Object.entries(fields)) await fillField(form.getByLabel(label, { exact: true }), value);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
}

async function fillField(field: Locator, value: string | readonly string[]): Promise<void> {
  await field.focus();
  if (typeof value !== 'string') {
    for (const one of value) {
      await field.fill(one);
      await field.press('Enter');
    }
  } else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value });
  else await field.fill(value);
}

/** The page of an instrument or a project, by keys from its list. */
export async function openThing(page: Page, list: 'Instruments' | 'Projects', name: string): Promise<Locator> {
  await openView(page, 'Instruments');
  if (list === 'Projects') await page.getByRole('radio', { name: /^Projects/ }).click();
  await page.locator('.policy-open', { has: page.getByText(name, { exact: true }) }).press('Enter');
  const shown = page.getByRole('region', { name, exact: true });
  await expect(shown).toBeVisible();
  return shown;
}

/** Describes a thing of which no event tells, from the list; its page opens. */
export async function describeNew(page: Page, list: 'Instruments' | 'Projects', name: string): Promise<void> {
  await openView(page, 'Instruments');
  if (list === 'Projects') await page.getByRole('radio', { name: /^Projects/ }).click();
  await expect(page.getByRole('button', { name: /^New (instrument|project)/ })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: /^Describe a new/ });
  await dialog.getByLabel('Name that stands for it').fill(name);
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
}

/** Links the thing whose page is open to another. */
export async function link(page: Page, name: string, kind: string, other: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: `Link ${name}` });
  await dialog.getByRole('combobox', { name: `${name} …` }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Other thing' }).fill(other);
  await dialog.getByRole('button', { name: 'Link', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** From a mark to its passage: one press for the evidence, one for the words in their text. */
export async function trace(page: Page, mark: Locator, words: string): Promise<void> {
  await mark.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Evidence' })).toContainText(words);
  await page.keyboard.press('o');
  await expect(page.locator('.seen[data-selected]').first()).toBeVisible();
  await expect(page.getByRole('document', { name: /^Text of/ })).toBeFocused();
  const shown = await page.locator('.seen[data-selected]').allTextContents();
  expect(shown.join('')).toContain(words);
}

/** Exports from the window and reads the file. */
export async function handedOver(page: Page): Promise<{ readonly policy: PolicyContent }> {
  return JSON.parse((await exported(page, 'JSON')).toString('utf8'));
}

/** Exports the workbook as an Excel file from the window; rows of one sheet by the words of its head. */
export async function handedOverSheet(page: Page, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { sheets } = await readXlsx(await exported(page, 'Excel workbook'));
  const [heads = [], ...rows] = sheets.find((sheet) => sheet.name === name)!.rows;
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [String(head), row[index]])));
}

async function exported(page: Page, format: 'JSON' | 'Excel workbook'): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await runFromPalette(page, `Export as ${format}`, `Export as ${format}`);
  return readFileSync(await (await download).path());
}
