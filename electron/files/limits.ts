import { MOST_LOG_COLUMNS } from '../ipc/training-log.ts';
import { MOST_RUNS_IN_FILE } from '../ipc/experiment-files.ts';

const MEGABYTE = 1024 * 1024;

/** As it is said of a file that is too large. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}

/** What is read of a stranger's file, and so the most that is written into one. */
export const limits = {
  fileBytes: 512 * MEGABYTE,
  /** Of all parts together. */
  unpackedBytes: 512 * MEGABYTE,
  /** No part unpacks to more than so many times its packed size. */
  ratio: 100,
  parts: 65_000,
  runs: MOST_RUNS_IN_FILE,
  points: 10_000_000,
  jsonBytes: 64 * MEGABYTE,
  jsonDepth: 64,
  /** Of one part of JSON; the largest that is written has 280,000 stretches of a training log, three numbers each. */
  jsonValues: 1_500_000,
  /** Of the JSON of all runs, which is kept while the file is read; 5,000 runs with their training times have 10⁷. */
  runValues: 12_000_000,
  /** Of a training log, which is read as a whole. */
  logBytes: 128 * MEGABYTE,
  /** Of one that is JSON, which takes many times its size while it is read; and its objects and lists. */
  logJsonBytes: 32 * MEGABYTE,
  logRecords: 1_000_000,
  logColumns: MOST_LOG_COLUMNS,
  /** Of one series: pieces in which its steps are evenly spaced. */
  logStretches: 20_000,
  /** Letters of what is said of a run that failed. */
  error: 10_000,
} as const;
