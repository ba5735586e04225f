// Lists that are no grid have menus, too: by pointer and by the Menu key, for what stands under it or has the focus.
import type { Page } from '@playwright/test';
import { expect, test } from './served-workbook.ts';
import { seriousIn } from './source-steps.ts';

const open = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .click();

test('the queue of conflicts, its cards, and the lists of actors have menus', async ({ page, served }) => {
  await page.goto(served.url);
  const menu = page.getByRole('menu');
  await open(page, 'Conflicts');
  const conflicts = page.getByRole('tabpanel', { name: 'Conflicts' });
  const second = conflicts.locator('.conflict-item').nth(1);
  await expect(conflicts.locator('.verdict-bar')).toBeVisible();
  await second.click({ button: 'right' });
  await expect(second).toHaveAttribute('aria-current', 'true');
  expect(await seriousIn(page, '[role="menu"]')).toEqual([]);
  await menu.getByRole('menuitem', { name: /^Next in the queue/ }).click();
  const third = conflicts.locator('.conflict-item').nth(2);
  await expect(third).toHaveAttribute('aria-current', 'true');

  // By keys, and the focus is where it was when the menu is left.
  await third.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(third).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Open passage of A' }).press('Enter');
  await expect(page.getByRole('document', { name: /^Text of/ })).toBeVisible();

  await open(page, 'Conflicts');
  await conflicts.locator('.conflict-card').nth(1).click({ button: 'right' });
  await expect(conflicts.locator('.conflict-card').nth(1)).toHaveAttribute('data-selected', '');
  await menu.getByRole('menuitem', { name: 'Show evidence' }).click();
  await expect(page.locator('.evidence').locator(':focus')).toHaveCount(1);

  await open(page, 'Actors');
  const list = page.getByRole('navigation', { name: 'Actors and names' });
  const name = await list.locator('.actor-item').nth(2).locator('.actor-item-name span').first().textContent();
  await list.locator('.actor-item').nth(2).click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Change the actor/ }).click();
  await expect(page.getByRole('dialog')).toContainText(name!);
  await page.keyboard.press('Escape');
  await list.getByRole('radio', { name: /To judge/ }).click();
  const pairs = list.locator('.actor-item');
  await expect(page.locator('.actor-judge')).toBeVisible();
  const pair = (await pairs.first().locator('.actor-item-name').textContent())!;
  await pairs.first().click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Not the same/ }).click();
  await expect(list).not.toContainText(pair);
});
