import { MOST_RUNS_PER_PLAN, type ExperimentAddition } from '../ipc/experiment.ts';
import { AppError } from '../ipc/reply.ts';
import type { RunSummary } from '../ipc/run.ts';

/**
 * Throws AppError 'in-trash' where all runs of the experiment are in the trash; 'bad-arguments' where runs are on
 * another problem than those of the experiment, or would be more than it may have; those in the trash do not count.
 */
export function expectBelonging(
  added: ExperimentAddition['runs'],
  there: readonly RunSummary[],
): void {
  if (there.every(({ trashedAt }) => trashedAt !== null)) {
    throw new AppError('in-trash', 'experiment:add: all runs of the experiment are in the trash', {
      id: there[0]?.id ?? '',
    });
  }
  const refused = (message: string): AppError =>
    new AppError('bad-arguments', `experiment:add: ${message}`, { channel: 'experiment:add' });
  const count = there.filter(({ trashedAt }) => trashedAt === null).length + added.length;
  if (count > MOST_RUNS_PER_PLAN) throw refused(`${count} runs, at most ${MOST_RUNS_PER_PLAN}`);
  const problem = JSON.stringify(there[0]?.config?.problem);
  if (added.some(({ config }) => JSON.stringify(config.problem) !== problem)) {
    throw refused('the runs of an experiment are on one problem');
  }
}
