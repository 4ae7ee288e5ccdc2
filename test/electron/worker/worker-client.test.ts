import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { WorkerEvent } from '../../../electron/worker/protocol.ts';
import { WorkerClient, type WorkerDeath } from '../../../electron/worker/worker-client.ts';
import { assets, bowl } from '../../support/experiments.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { workerScript } from '../../support/worker-script.ts';

interface Told {
  readonly events: WorkerEvent[];
  readonly deaths: { reason: WorkerDeath; message: string }[];
}

/** Starts a worker and gathers what it tells until it ends, one way or the other. */
function start(script: URL): { client: WorkerClient; told: Told; ended: Promise<void> } {
  const told: Told = { events: [], deaths: [] };
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const client = new WorkerClient(script, {
    event: (event) => {
      told.events.push(event);
      if (event.kind === 'batch') client.send({ kind: 'acknowledge', batches: 1 });
      if (event.kind === 'ended' || event.kind === 'failed') end();
    },
    died: (reason, message) => {
      told.deaths.push({ reason, message });
      end();
    },
  });
  return { client, told, ended };
}

function script(text: string): URL {
  const path = join(temporaryFolder(), 'worker.cjs');
  writeFileSync(path, text);
  return pathToFileURL(path);
}

const start0 = { kind: 'start', config: bowl(), assets, pace: null, checkpoint: null } as const;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

describe('worker client', () => {
  it('passes commands and events, and reports no death after a proper end', async () => {
    const { client, told, ended } = start(workerScript);
    client.send(start0);
    await ended;
    await settle();
    expect(told.events.at(-1)).toMatchObject({ kind: 'ended', step: 2000 });
    expect(told.deaths).toEqual([]);
  });

  it('a run that throws says so in words and is dead only once', async () => {
    const { client, told, ended } = start(workerScript);
    client.send({ ...start0, config: { ...bowl(), optimizer: { id: 'no-such', params: {} } } });
    await ended;
    await settle();
    expect(told.events).toMatchObject([
      { kind: 'running' },
      { kind: 'failed', error: { name: 'TypeError' } },
    ]);
    expect(told.deaths).toEqual([]);
  });

  it.each([
    [
      'worker-error',
      'setTimeout(() => { throw new RangeError("no luck"); }, 1)',
      /RangeError: no luck/,
    ],
    ['worker-error', 'throw new SyntaxError("at once")', /SyntaxError: at once/],
    ['worker-error', 'Promise.reject(new Error("a promise"))', /Error: a promise/],
    ['worker-exit', 'process.exit(0)', /exit code 0/],
    ['worker-exit', 'process.exit(7)', /exit code 7/],
    ['worker-exit', '', /exit code 0/],
  ] as const)('%s: %s', async (reason, text, message) => {
    const { told, ended } = start(script(text));
    await ended;
    await settle();
    expect(told.deaths).toHaveLength(1);
    expect(told.deaths[0]).toMatchObject({ reason });
    expect(told.deaths[0]!.message).toMatch(message);
  });

  it('a script that does not exist is a death, not a crash', async () => {
    const { told, ended } = start(new URL('./no-such-worker.cjs', import.meta.url));
    await ended;
    expect(told.deaths[0]).toMatchObject({ reason: 'worker-error' });
  });

  it('limits what a thread may use', async () => {
    const report = script(
      `const { parentPort, resourceLimits } = require('node:worker_threads');
       parentPort.postMessage({ kind: 'failed', error: { name: '', message: JSON.stringify(resourceLimits), stack: '' } });`,
    );
    const { told, ended } = start(report);
    await ended;
    const [event] = told.events as [Extract<WorkerEvent, { kind: 'failed' }>];
    expect(JSON.parse(event.error.message)).toMatchObject({
      maxOldGenerationSizeMb: 512,
      maxYoungGenerationSizeMb: 64,
      stackSizeMb: 4,
    });
  });

  it('tells nothing more once it was terminated', async () => {
    const { client, told } = start(workerScript);
    client.send({ ...start0, config: bowl({ totalSteps: 1_000_000, recordEvery: 100 }) });
    while (told.events.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await client.terminate();
    const count = told.events.length;
    await settle();
    expect(told.events).toHaveLength(count);
    expect(told.deaths).toEqual([]);
  });
});
