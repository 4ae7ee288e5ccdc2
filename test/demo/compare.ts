/** Holds what the app exported against what its worker threads had sent. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { toCsv } from '../../core/analysis/csv.ts';
import type { RunSummary } from '../../electron/ipc/run.ts';
import type { TappedRun } from './tap.ts';

export interface Compared {
  readonly experiment: string;
  readonly run: string;
  readonly state: string;
  readonly steps: number;
  /** Mean over the seeds of the mean loss of the last steps. */
  readonly tailLoss: number | null;
  readonly tailSteps: number;
  readonly seeds: number;
  readonly testAccuracy: number | null;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly equal: boolean;
}

/** `runs`, `tapped` and `files` are in the same order: that in which the runs were started. */
export function compareExports(
  runs: readonly RunSummary[],
  tapped: readonly TappedRun[],
  files: readonly string[],
): readonly Compared[] {
  if (runs.length !== tapped.length || runs.length !== files.length || runs.length === 0) {
    throw new Error(
      `${runs.length} runs, ${tapped.length} workers, ${files.length} exported files`,
    );
  }
  return runs.map((run, i) => {
    const { config, chunks } = tapped[i]!;
    if (!isDeepStrictEqual(config, run.config)) {
      throw new Error(`Worker ${i} computed another configuration than run "${run.name}".`);
    }
    const file = files[i]!;
    const bytes = readFileSync(file);
    const { result } = run;
    const means = result?.tail.means ?? [];
    return {
      experiment: run.experimentName,
      run: run.name,
      state: run.state,
      steps: run.step,
      tailLoss: means.length > 0 ? means.reduce((sum, mean) => sum + mean, 0) / means.length : null,
      tailSteps: result?.tail.steps ?? 0,
      seeds: means.length,
      testAccuracy: result?.testAccuracy ?? null,
      file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      equal: chunks.length > 0 && bytes.equals(Buffer.from(toCsv(chunks), 'utf8')),
    };
  });
}
