import { isComputed, type RunId, type RunSummary } from '../../../electron/ipc/run.ts';
import type { App } from './app.ts';

/** Brings runs of one experiment on the stage; a training log cannot be set up there, and has its page. */
export async function openRuns(
  app: App,
  runs: readonly RunSummary[],
  selected: RunId,
): Promise<void> {
  const [first] = runs;
  if (!first) return;
  if (runs.some(isComputed)) await openInLab(app, first, selected);
  else app.navigation.go({ id: 'run', runId: first.id });
}

/** Brings the runs of an experiment on the stage of the Lab; training logs stay where they are. */
export async function openInLab(app: App, run: RunSummary, selected?: RunId): Promise<void> {
  const runs = await app.library.experiment(run);
  app.navigation.go({ id: 'lab' });
  await app.session.open(runs.filter(isComputed), selected);
}
