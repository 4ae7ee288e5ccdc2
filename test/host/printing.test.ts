/** What the stand-in gives of printing: the browser's PDF, and no printer. */
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../e2e/support/pdf.ts';
import type { LaunchedApp } from './launch-app.ts';
import { launchStandIn } from './launch-stand-in.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchStandIn({ appDir: path.join(import.meta.dirname, 'fixture') });
  await app.page.setContent('<h1>Printed</h1><p>学习率 0.1</p>');
});
afterAll(() => app.close());

async function printed(options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const encoded = await app.evaluate(async ({ BrowserWindow }, given) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window!.webContents.printToPDF(given)).toString('base64');
  }, options);
  return Buffer.from(encoded, 'base64');
}

it('gives the page as PDF on the paper that is asked for, Letter without a word', async () => {
  const [a4] = readPdf(await printed({ pageSize: 'A4' }));
  expect([Math.round(a4!.width), Math.round(a4!.height)]).toEqual([596, 842]);
  expect(a4!.text).toContain('Printed学习率0.1');
  const [letter] = readPdf(await printed({}));
  expect([Math.round(letter!.width), Math.round(letter!.height)]).toEqual([612, 792]);
});

it('refuses by name what it does not do', async () => {
  await expect(printed({ landscape: true })).rejects.toThrow('printToPDF with landscape');
  await expect(printed({ pageSize: 'Legal' })).rejects.toThrow('printToPDF on "Legal"');
  const print = app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.print(),
  );
  await expect(print).rejects.toThrow('nobody is there to choose a printer');
});
