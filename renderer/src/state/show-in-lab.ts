import type { GuideExperiment } from '../training/guide.ts';
import type { App } from './app.ts';

/** Puts the experiment of a guide on the stage of the Lab and begins it: its runs, or a range test of its first one. */
export async function showInLab(app: App, experiment: GuideExperiment): Promise<void> {
  const { session, navigation, sweeper } = app;
  session.setUp({ ...experiment, question: experiment.name });
  navigation.go({ id: 'lab' });
  if (!experiment.opens) return session.run();
  await sweeper.open(experiment.opens);
  if (!sweeper.progress.running) await sweeper.start();
}
