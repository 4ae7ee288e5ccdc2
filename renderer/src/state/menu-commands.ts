import type { MenuCommand } from '../../../electron/ipc/app.ts';
import type { App } from './app.ts';
import { exportRuns } from './export-runs.ts';
import type { SweepMode } from './sweep-job.ts';

/** Does what the application menu asks for. Returns the function that ends it. */
export function followMenu(app: App, openAbout: () => void): () => void {
  const { navigation, session, sweeper, lab } = app;
  const act: Readonly<Record<MenuCommand, () => void>> = {
    'go-start': () => navigation.go({ id: 'start' }),
    'go-learn': () => navigation.go({ id: 'learn' }),
    'go-lab': () => navigation.go({ id: 'lab' }),
    'go-studio': () => navigation.go({ id: 'studio' }),
    'go-runs': () => navigation.go({ id: 'runs' }),
    'new-experiment': () => {
      session.newExperiment();
      navigation.go({ id: 'lab' });
    },
    'run-or-pause': () => {
      navigation.go({ id: 'lab' });
      app.attempt(session.going ? session.pauseOrResume() : session.run());
    },
    sweep: () => openSweep('sweep'),
    'range-test': () => openSweep('range-test'),
    'step-card': () => {
      navigation.go({ id: 'lab' });
      app.stepCard.toggle();
    },
    'export-csv': () => app.attempt(exportSelected()),
    settings: () => navigation.go({ id: 'settings' }),
    about: openAbout,
  };

  function openSweep(mode: SweepMode): void {
    navigation.go({ id: 'lab' });
    if (!session.going) app.attempt(sweeper.open(mode));
  }

  /** The runs on the stage, or those selected in the list. */
  function exportSelected(): Promise<void> {
    const runs = navigation.view.id === 'lab' ? session.runs : app.table.selectedRuns;
    return exportRuns(
      lab,
      runs.map(({ id }) => id),
    );
  }

  return lab.on('menu:command', (command) => act[command]());
}
