import { onMount } from 'svelte';
import { AppError, type AppErrorCode } from '../../../electron/ipc/reply.ts';
import { errorSentence } from '../i18n/errors.ts';
import { locale, t } from '../i18n/i18n.svelte.ts';
import { formatDay } from '../lib/date.ts';
import { onceDrawn } from '../lib/once-drawn.ts';
import type { App } from './app.ts';
import { tell, tellRefusal } from './notices.ts';

/** A page that can be printed. */
export interface Printable {
  /** What it is called: at the head of each sheet, and as a file. */
  readonly title: string;
  /** Puts what is printed in place of the page; what takes it away again. Without it the page itself is printed. */
  layOut?(): Promise<() => void>;
}

/** For a view: it is what is printed as long as it is in sight. */
export function offerToPrint({ printable }: App, page: Printable): void {
  onMount(() => {
    printable.current = page;
    return () => {
      if (printable.current === page) printable.current = null;
    };
  });
}

export function printPage(app: App): Promise<void> {
  return withPaper(app, async () => {
    await app.lab.request('page:print');
  });
}

export function savePdf(app: App): Promise<void> {
  return withPaper(app, async ({ title }) => {
    const path = await app.lab.request('page:save-pdf', title.slice(0, 200));
    if (path !== null) tell(() => t('export.done', { path }));
  });
}

/** A printer or a disk is at fault, not the app. */
const outside: readonly AppErrorCode[] = ['file', 'not-printed', 'no-pdf'];

/** A dialog is open, or a file is being made: what is on paper stays as it is meanwhile. */
let busy = false;

async function withPaper(
  { printable }: App,
  work: (page: Printable) => Promise<void>,
): Promise<void> {
  const page = printable.current;
  if (!page) {
    tell(() => t('print.nothing'));
    return;
  }
  if (busy) return;
  busy = true;
  const takeMarginsAway = putMargins(page.title);
  let takeAway = (): void => undefined;
  try {
    if (page.layOut) takeAway = await page.layOut();
    await ready();
    await work(page);
  } catch (error) {
    if (!(error instanceof AppError) || !outside.includes(error.code)) throw error;
    tellRefusal(() => errorSentence(error));
  } finally {
    takeAway();
    takeMarginsAway();
    busy = false;
  }
}

/** What stands at the head and foot of every sheet (styles/print.css), and what the document is called. */
function putMargins(title: string): () => void {
  const { style } = document.documentElement;
  const before = document.title;
  document.title = title;
  const words = {
    '--sheet-title': title,
    '--sheet-app': t('product'),
    '--sheet-date': formatDay(Date.now(), locale()),
  };
  for (const [name, value] of Object.entries(words)) {
    style.setProperty(name, JSON.stringify(value));
  }
  return () => {
    document.title = before;
    for (const name of Object.keys(words)) style.removeProperty(name);
  };
}

/** Fonts and pictures of what was laid out are there. */
async function ready(): Promise<void> {
  await onceDrawn();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
}
