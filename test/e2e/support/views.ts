/** The app's places and states by the names people read, in English. */
import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../host/launch-app.ts';

export const places = ['Start', 'Learn', 'Lab', 'Studio', 'Runs', 'Settings'] as const;
export type Place = (typeof places)[number];

export async function go(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
}

/** The state of the experiment on the Lab's stage, in words. */
export function stateInWords(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('banner').getByRole('status');
}

/** Chooses from a select by what it is called and what the choice is called. */
export async function choose(page: Page, select: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: select }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Opens the pair in the Lab without running it, from the first screen. */
export function setUpPair(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Set it up first' }).click();
}

/** Starts the pair from the first screen and waits until it has finished. */
export async function runPair(page: Page): Promise<void> {
  await go(page, 'Start');
  await page.getByRole('button', { name: 'Run the pair' }).click();
  await expect(stateInWords(page)).toContainText('running');
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 2 runs');
}

/** Types a value into a field of the inspector, as a person would. */
export async function setField(page: Page, name: RegExp, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name }).first();
  await field.fill(value);
  await field.press('Enter');
}

/** Chooses from the menu of the application. */
export async function chooseFromMenu(app: LaunchedApp, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()!.getMenuItemById(wanted)!.click();
  }, id);
}

/** One of the things that the menu of a run in the table offers; it shows when the row is pointed at. */
export async function ofRun(page: Page, run: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What can be done with “${run}”` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}
