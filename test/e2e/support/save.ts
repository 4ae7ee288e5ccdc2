/** Saving from the app, and answering it, without a person at the dialog. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../host/launch-app.ts';

/** Every save dialog is answered with a file of the suggested extension in this folder. */
export async function answerDialogs(app: LaunchedApp, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    dialog.showSaveDialog = ((...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      const extension = defaultPath.slice(defaultPath.lastIndexOf('.'));
      return Promise.resolve({ canceled: false, filePath: `${into}/saved${extension}` });
    }) as never;
  }, folder);
}

/** Chooses an item of a pane's menu. */
export async function fromMenu(page: Page, pane: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `${pane}: view and save` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The file that the app says it has written. */
export async function saved(page: Page, path: string): Promise<Buffer> {
  await expect(page.getByText(`Exported to ${path}`).first()).toBeVisible();
  return readFileSync(path);
}

/** A question in a box of its own. */
interface Asked {
  readonly message: string;
  readonly detail?: string;
}

/** Every question in a box is answered with the button of this number: 0 agrees, 1 does not. The questions are kept. */
export async function answerBoxes(app: LaunchedApp, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const kept: Asked[] = ((globalThis as { asked?: Asked[] }).asked ??= []);
    dialog.showMessageBox = ((...args: unknown[]) => {
      const { message, detail } = args.at(-1) as Asked;
      kept.push({ message, ...(detail !== undefined && { detail }) });
      return Promise.resolve({ response, checkboxChecked: false });
    }) as never;
  }, button);
}

/** What was asked in boxes since they were answered so for the first time. */
export function asked(app: LaunchedApp): Promise<readonly Asked[]> {
  return app.evaluate(() => (globalThis as { asked?: Asked[] }).asked ?? []);
}
