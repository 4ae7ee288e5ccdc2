import { mulberry32, Rng, stream, type RngState } from '../math/rng.ts';

/** Names of the random streams of a run; each consumer has its own, so that none shifts another. */
export const streamNames = ['init', 'batches', 'noise', 'data'] as const;
export type StreamName = (typeof streamNames)[number];
export type Streams = Readonly<Record<StreamName, Rng>>;

const forEachStream = <T>(make: (name: StreamName) => T): Record<StreamName, T> =>
  Object.fromEntries(streamNames.map((name) => [name, make(name)])) as Record<StreamName, T>;

/** The streams of a seed; `raw` replaces the derived seed of single streams. */
export function createStreams(
  seed: number,
  raw: Readonly<Partial<Record<StreamName, number>>> = {},
): Streams {
  return forEachStream((name) => {
    const given = raw[name];
    return given === undefined ? stream(seed, name) : mulberry32(given);
  });
}

export function restoreStreams(states: Readonly<Record<StreamName, RngState>>): Streams {
  return forEachStream((name) => new Rng(states[name]));
}

export function streamStates(streams: Streams): Record<StreamName, RngState> {
  return forEachStream((name) => streams[name].state());
}
