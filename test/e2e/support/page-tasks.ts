/** What the page's main thread did between two moments, from the browser's own trace. */
import type { Page } from '@playwright/test';

/** A task of the page's main thread, in milliseconds. */
export interface PageTask {
  /** From its beginning to its end on the clock, waiting for a processor included. */
  readonly wall: number;
  /** Time it had a processor. */
  readonly cpu: number;
}

/** Something with a beginning and an end on the page's main thread; times in microseconds. */
export interface PageEvent {
  readonly name: string;
  /** On the clock. */
  readonly ts: number;
  readonly dur: number;
  /** Processor time the thread had used when it began, and until it ended. */
  readonly tts: number;
  readonly tdur: number;
  readonly args: unknown;
}

interface TraceEvent extends Partial<PageEvent> {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
}

/** Begins to trace; the returned function ends the trace and tells the main thread's events as they began. */
export async function tracePage(
  page: Page,
  categories: readonly string[],
): Promise<() => Promise<readonly PageEvent[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  const settings = { categories: categories.join(), transferMode: 'ReportEvents' } as const;
  await session.send('Tracing.start', settings);
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return ofThePage(events);
  };
}

/** Begins to trace; the returned function ends the trace and tells the tasks. */
export async function tracePageTasks(page: Page): Promise<() => Promise<readonly PageTask[]>> {
  const end = await tracePage(page, ['toplevel']);
  return async () =>
    (await end()).filter(isTask).map(({ dur, tdur }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
}

export function isTask({ name }: PageEvent): boolean {
  return name.endsWith('RunTask');
}

function ofThePage(events: readonly TraceEvent[]): readonly PageEvent[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const pages = new Set(
    events
      .filter(
        ({ name, args }) =>
          name === 'thread_name' && (args as { readonly name?: string }).name === 'CrRendererMain',
      )
      .map(thread),
  );
  return events
    .filter((event) => ['X', 'I'].includes(event.ph) && pages.has(thread(event)))
    .map(({ name, ts = 0, dur = 0, tts = 0, tdur = 0, args }) => ({
      name,
      ts,
      dur,
      tts,
      tdur,
      args,
    }))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}
