/** Main-thread tasks of the page between two moments, from the browser's own trace. */
import type { Page } from '@playwright/test';

/** A task of the page's main thread, in milliseconds. */
export interface PageTask {
  /** From its beginning to its end on the clock, waiting for a processor included. */
  readonly wall: number;
  /** Time it had a processor. */
  readonly cpu: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Begins to trace; the returned function ends the trace and tells the tasks. */
export async function tracePageTasks(page: Page): Promise<() => Promise<readonly PageTask[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  await session.send('Tracing.start', { categories: 'toplevel', transferMode: 'ReportEvents' });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return tasksOf(events);
  };
}

function tasksOf(events: readonly TraceEvent[]): readonly PageTask[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  return events
    .filter(
      (event) => event.ph === 'X' && event.name.endsWith('RunTask') && pages.has(thread(event)),
    )
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
}
