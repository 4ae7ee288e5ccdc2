/** Talks to `window.lab` from a test, and records what the page is told while runs go on. */
import type { Page } from '@playwright/test';
import type { Preset } from '../../../core/experiment/presets.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { Bridge, Channel, Requests } from '../../../electron/ipc/contract.ts';
import type { ExperimentPlan } from '../../../electron/ipc/experiment.ts';
import type { RunId, RunStatus } from '../../../electron/ipc/run.ts';

declare global {
  interface Window {
    recorded: { chunks: Map<string, MetricChunk[]>; statuses: RunStatus[] };
  }
}

/** The runs of a preset as a plan, in English, as fast as the machine goes. */
export function planOf(preset: Preset, change: Partial<ExperimentConfig> = {}): ExperimentPlan {
  return {
    name: preset.name.en,
    pace: null,
    runs: preset.runs.map(({ name, config }) => ({
      name: name.en,
      config: { ...config, ...change },
    })),
  };
}

/** Calls a channel from inside the page; throws what main refused. */
export async function request<C extends Channel>(
  page: Page,
  channel: C,
  ...args: Parameters<Requests[C]>
): Promise<ReturnType<Requests[C]>> {
  const reply = await page.evaluate(
    ([name, given]) => {
      const call = (window as unknown as { lab: Bridge }).lab[name] as (
        ...list: unknown[]
      ) => Promise<unknown>;
      return call(...(given as unknown[]));
    },
    [channel, args] as const,
  );
  const { ok, value, error } = reply as {
    ok: boolean;
    value: ReturnType<Requests[C]>;
    error: { message: string };
  };
  if (!ok) throw new Error(`${channel}: ${error.message}`);
  return value;
}

/** From now on the page keeps every chunk and status it is sent. */
export async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.recorded = { chunks: new Map(), statuses: [] };
    const { lab } = window as unknown as { lab: Bridge };
    lab.on('run:status', (status) => window.recorded.statuses.push(status));
    lab.on('run:chunks', ({ id, chunks }) => {
      const kept = window.recorded.chunks.get(id) ?? [];
      kept.push(...chunks);
      window.recorded.chunks.set(id, kept);
    });
  });
}

/** Waits until all these runs have ended, and returns their last statuses. */
export async function ended(page: Page, ids: readonly RunId[]): Promise<readonly RunStatus[]> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const over = ['finished', 'stopped', 'diverged', 'failed', 'interrupted'];
      const last = wanted.map((id) =>
        window.recorded.statuses.findLast(
          (status) => status.id === id && over.includes(status.state),
        ),
      );
      return last.every((status) => status !== undefined) ? last : null;
    },
    [...ids],
    { timeout: 60_000 },
  );
  return (await handle.jsonValue()) as unknown as readonly RunStatus[];
}
