import type { MenuCommand } from '../../../electron/ipc/menu-commands.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from './app.ts';
import { exportToFile, importFile } from './exchange-runs.ts';
import { exportRuns } from './export-runs.ts';
import { tell } from './notices.ts';
import type { SweepMode } from './sweep-job.ts';

export type MenuActions = Readonly<Record<MenuCommand, () => void>>;

/** What each command of the application menu does in the page. */
export function menuActions(
  app: App,
  opens: Record<'about' | 'commands' | 'help', () => void>,
): MenuActions {
  const { navigation, session, sweeper, lab } = app;

  function openSweep(mode: SweepMode): void {
    navigation.go({ id: 'lab' });
    if (!session.going) app.attempt(sweeper.open(mode));
  }

  /** What is in sight: the runs on the stage, that of the page, those compared, or those selected in the list. */
  function inSight(): readonly RunId[] {
    const { view } = navigation;
    if (view.id === 'run') return [view.runId];
    if (view.id === 'compare') return view.runIds;
    if (view.id === 'lab') return session.runs.map(({ id }) => id);
    return view.id === 'runs' ? app.table.selectedRuns.map(({ id }) => id) : [];
  }

  /** Where no run is in sight, the whole library; not in the Lab, where a plan is. */
  function exportInSight(): void {
    const ids = inSight();
    if (ids.length > 0) app.attempt(exportToFile(app, ids));
    else if (navigation.view.id === 'lab') tell(() => t('export.nothing'));
    else app.attempt(exportToFile(app, null));
  }

  function exportCsv(): void {
    const ids = inSight();
    if (ids.length > 0) app.attempt(exportRuns(lab, ids));
    else tell(() => t('export.nothing'));
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
    import: () => app.attempt(importFile(app, 'dialog')),
    export: exportInSight,
    'export-csv': exportCsv,
    'make-assignment': () => {
      navigation.go({ id: 'lab' });
      app.making.ask();
    },
    settings: () => navigation.go({ id: 'settings' }),
    ...opens,
  };
}
