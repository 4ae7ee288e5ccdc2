import { app, type WebContents } from 'electron';
import { AppError } from '../ipc/reply.ts';
import { windowInFront } from './ask.ts';
import { paperSize } from './paper-size.ts';

/** Electron's reason where a person closes the dialog; no failure. */
const CANCELLED = 'Print job canceled';

/** Shows the print dialog for the page in front; whether it was printed. Margins and heads are left to the style sheet. */
export function printPage(): Promise<boolean> {
  const contents = pageInFront('not-printed');
  return new Promise((resolve, reject) => {
    const options = { silent: false, printBackground: true, usePrinterDefaultPageSize: true };
    contents.print(options, (success, reason) => {
      if (success || reason === CANCELLED) resolve(success);
      else reject(new AppError('not-printed', reason));
    });
  });
}

/** The page in front as PDF, on the paper that is usual where the person lives. */
export async function pageAsPdf(): Promise<Uint8Array> {
  const contents = pageInFront('no-pdf');
  try {
    return await contents.printToPDF({
      pageSize: paperSize(app.getPreferredSystemLanguages()),
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    throw new AppError('no-pdf', String(error));
  }
}

function pageInFront(otherwise: 'not-printed' | 'no-pdf'): WebContents {
  const window = windowInFront();
  if (!window) throw new AppError(otherwise, 'no window');
  return window.webContents;
}
