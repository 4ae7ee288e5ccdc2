import type { MenuCommand } from '../../../electron/ipc/menu-commands.ts';
import type { App } from './app.ts';
import { exportRuns } from './export-runs.ts';
import type { SweepMode } from './sweep-job.ts';

export type MenuActions = Readonly<Record<MenuCommand, () => void>>;

/** What each command of the application menu does in the page. */
export function menuActions(
  app: App,
  opens: Record<'about' | 'commands', () => void>,
): MenuActions {
  const { navigation, session, sweeper, lab } = app;

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

  return {
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
    ...opens,
  };
}
