import digits from '../../../core/datasets/assets/digits.bin?url';
import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';

/** The bytes of the packed data set that an experiment needs; none for any other. */
export async function assetsFor({ problem }: ExperimentConfig): Promise<Assets> {
  if (problem.kind !== 'model' || problem.dataset.id !== 'digits') return {};
  const answer = await fetch(digits);
  return { digits: new Uint8Array(await answer.arrayBuffer()) };
}
