import { join } from 'node:path';
import { killProcess, type KillMoment } from './kill-process.ts';
import { BEAT_MS } from './say.ts';
import type { AnyScenario } from './streamed.ts';

export const writer = join(import.meta.dirname, 'writer.ts');

/** When a writer is killed: so long after it has said a word for the first time. */
export interface Moment extends KillMoment {
  readonly scenario: AnyScenario;
  readonly word: 'up' | 'ack' | 'checkpoint' | 'last-flush' | 'compact';
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

/** Starts a writer on this library and ends it with SIGKILL at this moment. */
export async function killWriter(library: string, moment: Moment, early: boolean): Promise<Life> {
  const args = [library, moment.scenario, ...(early ? ['early'] : [])];
  const { lines, killedAt } = await killProcess(writer, args, moment);
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
