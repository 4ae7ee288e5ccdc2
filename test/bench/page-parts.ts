/** What the page's thread does for a movement of a hand, by processor time: that tells the truth on a busy machine, too. */
import type { Page } from '@playwright/test';
import { isTask, tracePage, type PageEvent } from '../e2e/support/page-tasks.ts';
import { probed } from './page-probe.ts';

/** Processor time of the page's thread in milliseconds. */
export interface PageParts {
  readonly whole: number;
  /** From hearing of a movement until what it asks for is on its way. */
  readonly asking: number;
  /** Taking in an answer, deciding what has changed and drawing it. */
  readonly drawing: number;
  /** Filling what was drawn: after the task that drew, on this thread unless a graphics card does it. */
  readonly filling: number;
  /** Laying out and painting the page, frame by frame. */
  readonly frames: number;
}

type Kind = 'asking' | 'drawing' | 'frames';

const CATEGORIES = ['toplevel', 'devtools.timeline', 'cc'];

/** What all that is done takes, divided by the number of movements or questions it consists of. */
export async function partsOf(
  page: Page,
  times: number,
  act: () => Promise<unknown>,
): Promise<PageParts> {
  const end = await tracePage(page, CATEGORIES);
  await probed(page, act);
  const events = await end();
  const parts = { asking: 0, drawing: 0, filling: 0, frames: 0 };
  const tasks = outermost(events.filter(isTask));
  const kinds = kindsOf(tasks, events);
  tasks.forEach((task, i) => {
    const kind = kinds.get(task);
    if (!kind) return;
    parts[kind] += task.tdur;
    const next = tasks[i + 1];
    if (kind === 'drawing' && next) parts.filling += next.tts - (task.tts + task.tdur);
  });
  const [first, last] = [tasks[0]!, tasks.at(-1)!];
  const whole = last.tts + last.tdur - first.tts;
  const share = (sum: number): number => sum / 1000 / times;
  return {
    whole: share(whole),
    asking: share(parts.asking),
    drawing: share(parts.drawing),
    filling: share(parts.filling),
    frames: share(parts.frames),
  };
}

/** Tasks that are not part of another one; given in the order in which they began. */
function outermost(tasks: readonly PageEvent[]): readonly PageEvent[] {
  let end = -Infinity;
  return tasks.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** A frame is one whatever else happens in it; a stroke on a canvas comes before the movement that brought it about. */
const RANKS: readonly Kind[] = ['asking', 'drawing', 'frames'];

function kindsOf(
  tasks: readonly PageEvent[],
  events: readonly PageEvent[],
): ReadonlyMap<PageEvent, Kind> {
  const kinds = new Map<PageEvent, Kind>();
  let at = 0;
  for (const event of events) {
    const kind = kindOf(event);
    if (!kind) continue;
    while (at + 1 < tasks.length && tasks[at + 1]!.ts <= event.ts) at++;
    const task = tasks[at];
    if (!task || event.ts < task.ts || event.ts > task.ts + task.dur) continue;
    const known = kinds.get(task);
    if (!known || RANKS.indexOf(kind) > RANKS.indexOf(known)) kinds.set(task, kind);
  }
  return kinds;
}

function kindOf({ name, args }: PageEvent): Kind | null {
  const { data } = (args ?? {}) as { readonly data?: { readonly [key: string]: unknown } };
  if (name === 'ProxyMain::BeginMainFrame') return 'frames';
  if (name === 'TimeStamp' && data?.['message'] === 'stroke') return 'drawing';
  if (name === 'EventDispatch' && String(data?.['type']).startsWith('pointer')) return 'asking';
  return null;
}
