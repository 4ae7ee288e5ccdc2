/** What comes on paper, read from the PDF that the app saves. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedApp } from '../../host/launch-app.ts';
import { expect } from './app.ts';
import { readPdf, type PdfPage } from './pdf.ts';
import { saved } from './save.ts';
import { chooseFromMenu } from './views.ts';

/** The pages that come when what is in sight is saved as PDF; the dialogs are answered with this folder. */
export async function savedPages(app: LaunchedApp, folder: string): Promise<readonly PdfPage[]> {
  const path = join(folder, 'saved.pdf');
  rmSync(path, { force: true });
  await chooseFromMenu(app, 'save-pdf');
  await expect.poll(() => existsSync(path)).toBe(true);
  return readPdf(await saved(app.page, path));
}

/** Of all pages, without spaces. */
export const textOf = (pages: readonly PdfPage[]): string => pages.map(({ text }) => text).join('');

/** The lines and curves of all pages. */
export const strokesOf = (pages: readonly PdfPage[]): number =>
  pages.reduce((sum, { strokes }) => sum + strokes, 0);
