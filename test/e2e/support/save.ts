/** Saving from the app without a person at the dialog. */
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
