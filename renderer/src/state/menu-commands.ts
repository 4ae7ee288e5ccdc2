import type { RunFormat } from '../../../electron/ipc/files.ts';
import type { MenuCommand } from '../../../electron/ipc/menu-commands.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App, Desk } from './app.ts';
import { exportToFile, importFile } from './exchange-runs.ts';
import { exportRuns } from './export-runs.ts';
import { tell } from './notices.ts';
import { printPage, savePdf } from './print-page.ts';
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

  /** The stage in sight; null: there is none. */
  function deskInSight(): Desk | null {
    return app.lessonDesk.current ?? (navigation.view.id === 'lab' ? app : null);
  }

  /** The stage in sight, else that of the Lab, which comes into sight. */
  function desk(): Desk {
    const inSight = deskInSight();
    if (!inSight) navigation.go({ id: 'lab' });
    return inSight ?? app;
  }

  /** What is in sight: the runs on the stage, that of the page, those compared, or those selected in the list. */
  function inSight(): readonly RunId[] {
    const { view } = navigation;
    const stage = deskInSight();
    if (stage) return stage.session.runs.map(({ id }) => id);
    if (view.id === 'run') return [view.runId];
    if (view.id === 'compare') return view.runIds;
    return view.id === 'runs' ? app.table.selectedRuns.map(({ id }) => id) : [];
  }

  /** Where no run is in sight, the whole library; not where a plan is on a stage. */
  function exportInSight(): void {
    const ids = inSight();
    if (ids.length > 0) app.attempt(exportToFile(app, ids));
    else if (deskInSight()) tell(() => t('export.nothing'));
    else app.attempt(exportToFile(app, null));
  }

  function exportValues(format: RunFormat): void {
    const ids = inSight();
    if (ids.length > 0) app.attempt(exportRuns(lab, ids, format));
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
      const { session: onStage } = desk();
      app.attempt(onStage.going ? onStage.pauseOrResume() : onStage.run());
    },
    sweep: () => openSweep('sweep'),
    'range-test': () => openSweep('range-test'),
    'step-card': () => desk().stepCard.toggle(),
    import: () => app.attempt(importFile(app, 'dialog')),
    export: exportInSight,
    'export-csv': () => exportValues('csv'),
    'export-json': () => exportValues('json'),
    'make-assignment': () => {
      navigation.go({ id: 'lab' });
      app.making.ask();
    },
    print: () => app.attempt(printPage(app)),
    'save-pdf': () => app.attempt(savePdf(app)),
    settings: () => navigation.go({ id: 'settings' }),
    ...opens,
  };
}
