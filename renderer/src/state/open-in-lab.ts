import { isComputed, type RunId, type RunSummary } from '../../../electron/ipc/run.ts';
import type { App } from './app.ts';

/** Brings the runs of an experiment on the stage of the Lab; training logs stay where they are. */
export async function openInLab(app: App, run: RunSummary, selected?: RunId): Promise<void> {
  const runs = await app.library.experiment(run);
  app.navigation.go({ id: 'lab' });
  await app.session.open(runs.filter(isComputed), selected);
}
