import { sentences, t } from './i18n.svelte.ts';

/** The help of a control that changes every run of the experiment, where there are several. */
export function sharedHelp(help: string, runs: number): string {
  return runs > 1 ? sentences([help, t('inspector.shared.help')]) : help;
}
