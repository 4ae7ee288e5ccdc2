/** Printing a page, and a page as PDF, for web-contents.ts. */
import type { PrintToPDFOptions, WebContents as ElectronWebContents } from 'electron';
import { host, say } from '../host.ts';
import type { PageConnection } from '../page/page-connection.ts';
import { NotImplementedError } from '../strict.ts';
import { ContentsCommands } from './contents-commands.ts';

/** Width and height in inches. */
const papers = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const;

/** Options that mean in Chromium's protocol what they mean in Electron. */
const known: ReadonlySet<string> = new Set([
  'pageSize',
  'printBackground',
  'generateTaggedPDF',
  'generateDocumentOutline',
]);

export abstract class ContentsPrinting
  extends ContentsCommands
  implements Pick<ElectronWebContents, 'print' | 'printToPDF'>
{
  protected abstract connected(): Promise<PageConnection>;

  /** The browser makes it, as Electron's own does. */
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { pageSize = 'Letter', ...flags } = options;
    const unknown = Object.keys(options).find((option) => !known.has(option));
    if (unknown !== undefined) throw new NotImplementedError(`printToPDF with ${unknown}`);
    if (pageSize !== 'A4' && pageSize !== 'Letter') {
      throw new NotImplementedError(`printToPDF on ${JSON.stringify(pageSize)}`);
    }
    const [paperWidth, paperHeight] = papers[pageSize];
    const { session } = await this.connected();
    const { data } = await session.send('Page.printToPDF', { ...flags, paperWidth, paperHeight });
    return Buffer.from(data, 'base64');
  }

  /** Headless there is neither printer nor dialog; the preview has the browser's, and cannot tell what came of it. */
  print(...args: Parameters<ElectronWebContents['print']>): void {
    if (host.options.headless) {
      throw new Error(
        'webContents.print was called and nobody is there to choose a printer: replace it through evaluate(({ BrowserWindow }) => …).',
      );
    }
    void this.executeJavaScript('print()').then(
      () => args[1]?.(true, ''),
      (error: unknown) => {
        say(String(error));
        args[1]?.(false, 'Print job failed');
      },
    );
  }
}
