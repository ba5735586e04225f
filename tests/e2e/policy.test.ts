// Instruments and projects as a person meets them: from the list to a page, from a mark to its passage, and a description
// and a link made in place.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainApp } from '../faults/plain-app.ts';
import { assertAccessible } from './accessible.ts';
import { expect, killServer, startServer, test } from './served-workbook.ts';

test('an instrument leads from its life cycle to the passage, and is described and linked', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Instruments$/ })
    .click();
  await page.getByRole('button', { name: /^SPIC: yes/ }).click();
  await expect(page.getByRole('list', { name: 'Why' })).toContainText('In force since 28 Aug 2025');
  await assertAccessible(page);
  await page.getByLabel('In force on').fill('2025-01-15');
  await expect(page.getByRole('button', { name: /^SPIC: no/ })).toBeVisible();
  await page.getByRole('button', { name: /^SPIC.*(draft|halted)/ }).click();

  await page.getByRole('button', { name: /^drafts?, Proposed/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.evidence')).toContainText('SPIC');
  await assertAccessible(page);
  await page.keyboard.press('o');
  await expect(page.getByRole('tabpanel', { name: /Reader|:/ }).first()).toBeVisible();
  await expect(page.locator('.seen[data-selected], mark').first()).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Instruments$/ })
    .click();

  await page.getByRole('button', { name: /^Describe/ }).click();
  const describing = page.getByRole('dialog');
  await describing.getByRole('combobox', { name: 'Other names' }).fill('Investment agreement');
  await page.keyboard.press('Enter');
  await describing.getByRole('textbox', { name: 'Summary' }).fill('State support in return for localisation.');
  await describing.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.policy-head')).toContainText('Investment agreement');

  await page.getByRole('button', { name: /^Link/ }).click();
  const linking = page.getByRole('dialog');
  await linking.getByRole('combobox', { name: 'Other thing' }).fill('SPIC');
  await linking.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(linking).toContainText('cannot be linked to itself');
  await linking.getByRole('combobox', { name: 'Other thing' }).fill('Utilisation fee');
  await linking.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(linking).toHaveCount(0);
  const links = page.getByRole('region', { name: 'Links' });
  await expect(links).toContainText('Utilisation fee');
  await page.keyboard.press('Control+z');
  await expect(links).not.toContainText('Utilisation fee');
});

test('positions are set side by side; a cell shows its history', async ({ page, served }) => {
  await page.goto(served.url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Instruments$/ })
    .click();
  await page.getByRole('radio', { name: /^Positions/ }).click();
  const matrix = page.getByRole('table', { name: 'Positions by actor and subject' });
  await matrix.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const history = page.locator('.positions-history');
  await history.getByRole('button').first().click();
  await expect(page.locator('.evidence')).toContainText('Passage');
  await assertAccessible(page);
});

test('two dates of one beginning are decided on the page, with a reason, and the verdict is taken back', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-page-'));
  const path = join(folder, 'Tolls.assay');
  await makeTolls(path, folder);
  const { url, server } = await startServer(path, folder, 'Test');
  await page.goto(url);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Instruments$/ })
    .click();
  await page.getByRole('button', { name: /^Bridge toll in force/ }).click();
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Which date holds?' });
  await dialog.getByRole('radio', { name: 'In force, 1 Jun 2020' }).check();
  await dialog.getByLabel('Reason').fill('the order says so');
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Give verdict' }).click();
  await expect(dialog).toBeHidden();
  const verdict = page.getByRole('listitem').filter({ hasText: 'the order says so' });
  await expect(verdict).toContainText('Test');
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: /^in force, In force, 1 Jun 2020 – open/ })).toBeVisible();
  await verdict.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toBeVisible();
  await killServer(server);
  rmSync(folder, { recursive: true, force: true });
});

/** A workbook in which two papers date one toll apart. */
async function makeTolls(path: string, folder: string): Promise<void> {
  const app = plainApp(folder);
  await app.createPath(path);
  for (const [title, when] of [
    ['Gazette', '2020-03-01'],
    ['Herald', '2020-06-01'],
  ] as const) {
    const text = `${title} on the toll of the bridge.`;
    const { id } = await app.ask('sources.paste', { text, meta: { title, publishedOn: '2025-02-01', grade: 'B' } });
    const toll = { kind: 'event', subject: 'Bridge toll', subjectType: 'instrument', stage: 'in_force', when } as const;
    await app.ask('claims.capture', { claims: [{ ...toll, passage: { source: id, exact: text } }] });
  }
  app.close();
}

test('batches are listed with who was put on; a schedule and a scale are described, edited and taken back', async ({ page, served }) => {
  await page.goto(served.url);
  const views = page.getByRole('navigation', { name: 'Views' });
  await views.getByRole('button', { name: /Instruments$/ }).click();
  const lists = page.getByRole('radiogroup', { name: 'Show' });
  await lists.getByRole('radio', { name: /^Batches/ }).click();
  const batches = page.getByRole('region', { name: 'Batches' });
  const first = batches.getByRole('table').first();
  await expect(first.getByRole('columnheader', { name: 'Put on' })).toBeVisible();
  await first.getByRole('row').nth(1).getByRole('cell').first().getByRole('button').click();
  await expect(page.locator('.evidence')).toContainText(await first.getByRole('rowheader').first().innerText());
  await assertAccessible(page);

  await lists.getByRole('radio', { name: /^Instruments/ }).click();
  await page.getByRole('button', { name: 'Scales' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'New scale' }).click();
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill('openness');
  await dialog.getByRole('textbox', { name: 'Code of step 1' }).fill('closed');
  await dialog.getByRole('textbox', { name: 'Code of step 2' }).fill('open');
  await dialog.getByRole('textbox', { name: 'Code of step 2' }).press('Enter');
  await expect(dialog).toContainText('closed → open');
  await dialog.getByRole('button', { name: 'Edit the scale openness' }).click();
  await dialog.getByRole('button', { name: 'Move step 2 up' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('open → closed');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await page.getByRole('button', { name: /^SPIC: / }).waitFor();
  await page.locator('.policy-open[data-name="SPIC"]').click();
  await page.getByRole('region', { name: 'SPIC', exact: true }).waitFor();
  await page.keyboard.press('s');
  await dialog.getByRole('combobox', { name: 'Driver' }).fill('localisation_points');
  await dialog.getByRole('textbox', { name: 'Points' }).fill('1500 is 0');
  await expect(dialog).toContainText('Each line is two numbers');
  await dialog.getByRole('textbox', { name: 'Points' }).fill('1500 → 0\n5500 = 80,5');
  await dialog.getByRole('textbox', { name: 'Unit of what it gives' }).fill('pct');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const schedules = page.getByRole('region', { name: 'Schedules' });
  await expect(schedules).toContainText('1500 → 0, 5500 → 80.5');
  await schedules
    .getByRole('button', { name: /^Edit the schedule/ })
    .last()
    .click();
  await dialog.getByRole('textbox', { name: 'At most' }).fill('70');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(schedules).toContainText('at most 70');
  await assertAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(schedules).not.toContainText('at most 70');
});
