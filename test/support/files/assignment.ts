/** An assignment, and the file that holds it. */
import { presets } from '../../../core/experiment/presets.ts';
import { assignmentBlocks } from '../../../electron/files/write-file.ts';
import type { Assignment } from '../../../electron/ipc/assignment.ts';

/** The pair, whose problem, schedule and number of runs stay as they are. */
export const findTheRate: Assignment = {
  title: 'Find the rate',
  instructions:
    'Both runs go down the same bowl from $\\theta_0$. The first keeps its rate, the second divides it by $1 + d t$.\n\n1. Raise $\\eta_0$ until the first run diverges, and write down where that is.\n2. Compare with $2/L$. Why does the second run still come back?',
  locked: ['runs', 'problem', 'start', 'schedule'],
  runs: presets.pair.runs.map(({ config }) => config),
  pace: null,
};

export function assignmentFile(assignment: Assignment = findTheRate): Buffer {
  return Buffer.concat([...assignmentBlocks(assignment, 'Downhill test')]);
}
