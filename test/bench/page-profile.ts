/** Whose code keeps the page busy, from the browser's own sampling profiler. */
import type { Page } from '@playwright/test';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

export interface Busy {
  /** Time in which the page's thread did something, in milliseconds, by whose code ran or was painting for it. */
  readonly library: number;
  readonly ours: number;
  /** Layout, painting, collecting garbage: nobody's code. */
  readonly browser: number;
}

const IDLE = ['(idle)', '(root)'];

/** Samples the page's thread while something is done; what the browser does for a function counts as the function's. */
export async function profiled(page: Page, act: () => Promise<void>): Promise<Busy> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 250 });
  await session.send('Profiler.start');
  await act();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return busyIn(profile);
}

function busyIn({ nodes, samples = [], timeDeltas = [] }: Profile): Busy {
  const owners = ownersOf(nodes);
  const busy = { library: 0, ours: 0, browser: 0 };
  samples.forEach((id, i) => {
    const owner = owners.get(id);
    if (owner) busy[owner] += (timeDeltas[i + 1] ?? 0) / 1000;
  });
  return busy;
}

function ownersOf(nodes: readonly ProfileNode[]): ReadonlyMap<number, keyof Busy | null> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, keyof Busy | null>();
  const visit = (node: ProfileNode, above: keyof Busy | null): void => {
    const owner =
      ownerOf(node) ?? above ?? (IDLE.includes(node.callFrame.functionName) ? null : 'browser');
    owners.set(node.id, owner);
    for (const child of node.children ?? [])
      visit(byId.get(child)!, owner === 'browser' ? null : owner);
  };
  const root = nodes[0];
  if (root) visit(root, null);
  return owners;
}

function ownerOf({ callFrame }: ProfileNode): keyof Busy | null {
  if (callFrame.url === '') return null;
  return callFrame.url.includes('chart-library') ? 'library' : 'ours';
}
