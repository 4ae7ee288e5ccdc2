import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BEAT_MS, clock } from './say.ts';
import type { AnyScenario } from './streamed.ts';

const writer = join(import.meta.dirname, 'writer.ts');
const LIMIT_MS = 60_000;

/** When a writer is killed: so long after it has said a word for the first time. */
export interface Moment {
  readonly scenario: AnyScenario;
  readonly word: 'up' | 'ack' | 'checkpoint' | 'last-flush' | 'compact';
  readonly delayMs: number;
}

/** What a writer said in its life. */
export interface Life {
  readonly killedAt: bigint;
  /** Run ids by seed. */
  readonly ids: ReadonlyMap<number, string>;
  /** Newest acknowledged step by seed. */
  readonly acknowledged: ReadonlyMap<number, number>;
  readonly acknowledgements: number;
  /** States the page was told, in order, by seed. */
  readonly states: ReadonlyMap<number, readonly string[]>;
  /** Batches that came to main from its workers. */
  readonly got: readonly { readonly seed: number; readonly step: number; readonly at: bigint }[];
  /** Longest time main did not listen, or was never in time, up to the kill, in milliseconds. */
  readonly longestGapMs: number;
}

/** Lets a writer load its modules once, so that others find them compiled in NODE_COMPILE_CACHE. */
export function compileWriter(): void {
  execFileSync(process.execPath, [writer]);
}

/** Starts a writer on this library and ends it with SIGKILL at this moment. */
export async function killWriter(library: string, moment: Moment, early: boolean): Promise<Life> {
  const args = [writer, library, moment.scenario, ...(early ? ['early'] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  let killedAt: bigint | null = null;
  let heard = false;
  let seen = 0;
  const kill = (): void => {
    killedAt = clock();
    child.kill('SIGKILL');
  };
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, LIMIT_MS);
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    for (let end = said.indexOf('\n', seen); end >= 0; end = said.indexOf('\n', seen)) {
      const line = said.slice(seen, end);
      seen = end + 1;
      if (heard || !line.startsWith(moment.word)) continue;
      heard = true;
      if (moment.delayMs > 0) setTimeout(kill, moment.delayMs);
      else kill();
    }
  });
  await once(child, 'close');
  clearTimeout(limit);
  // Half a line is no promise.
  const lines = said.slice(0, seen).split('\n');
  if (killedAt === null) {
    const how = late
      ? `had not come to “${moment.word}” in ${LIMIT_MS / 1000} s`
      : 'ended by itself';
    throw new Error(`the writer ${how}, at ${lines.at(-2) ?? 'nothing'}: ${complaint}`);
  }
  return lifeOf(lines, killedAt);
}

function lifeOf(lines: readonly string[], killedAt: bigint): Life {
  const ids = new Map<number, string>();
  const acknowledged = new Map<number, number>();
  const states = new Map<number, string[]>();
  const got: { seed: number; step: number; at: bigint }[] = [];
  const beats: bigint[] = [];
  let acknowledgements = 0;
  for (const line of lines) {
    const [word, first = '', second = '', third = ''] = line.split(' ');
    const seed = Number(first);
    if (word === 'run') ids.set(seed, second);
    else if (word === 'beat') beats.push(BigInt(first));
    else if (word === 'got') got.push({ seed, step: Number(second), at: BigInt(third) });
    else if (word === 'state') states.set(seed, [...(states.get(seed) ?? []), second]);
    else if (word === 'ack') {
      acknowledgements++;
      acknowledged.set(seed, Math.max(acknowledged.get(seed) ?? 0, Number(second)));
    }
  }
  const longestGapMs = longestGap([...beats, killedAt]);
  return { killedAt, ids, acknowledged, acknowledgements, states, got, longestGapMs };
}

/** Beats that are late one after the other are one gap: a late timer, and then what it had to do. */
function longestGap(beats: readonly bigint[]): number {
  let longest = 0;
  let late = 0;
  for (const [i, beat] of beats.entries()) {
    const distance = i === 0 ? 0 : Number(beat - beats[i - 1]!) / 1e6;
    late = distance > 2 * BEAT_MS ? late + distance : 0;
    longest = Math.max(longest, late, distance);
  }
  return longest;
}
