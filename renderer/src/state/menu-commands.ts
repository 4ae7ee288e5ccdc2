import type { MenuCommand } from '../../../electron/ipc/contract.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from './app.ts';
import { tell } from './notices.ts';

/** Does what the application menu asks for. Returns the function that ends it. */
export function followMenu(app: App, openAbout: () => void): () => void {
  const { navigation, session, lab } = app;
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
    'export-csv': () => app.attempt(exportSelected()),
    settings: () => navigation.go({ id: 'settings' }),
    about: openAbout,
  };

  /** One file for each run that is on the stage, or selected in the list. */
  async function exportSelected(): Promise<void> {
    const staged = navigation.view.id === 'lab' ? session.runs : app.library.selectedRuns;
    for (const { id } of staged) {
      const path = await lab.request('run:export-csv', id);
      if (path === null) return;
      tell(t('export.done', { path }));
    }
  }

  return lab.on('menu:command', (command) => act[command]());
}
