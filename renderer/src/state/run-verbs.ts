import type { Continued } from '../../../electron/ipc/continuing.ts';
import type { StartedExperiment } from '../../../electron/ipc/experiment.ts';
import { canContinue, isComputed, type RunSummary } from '../../../electron/ipc/run.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from './app.ts';
import { MOST_RUNS_PER_PLAN } from '../../../electron/ipc/experiment.ts';
import { tell } from './notices.ts';

/** What makes a run of the library run once more, or go on; `count` of those that are meant can. */
export interface RunVerb {
  readonly id: 'resume' | 'repeat' | 'extend';
  readonly label: string;
  readonly act: () => void;
  /** Why it cannot be done; absent where it can. */
  readonly why?: string;
}

/** What can be done with these runs, each verb for those of them it suits. */
export function runVerbs(app: App, given: readonly RunSummary[]): readonly RunVerb[] {
  const runs = given.filter(isComputed);
  if (given.length > 0 && runs.length === 0) return verbsOfLogs();
  const broken = runs.filter(canContinue);
  const whole = runs.filter(({ state }) => state === 'finished');
  const verbs: RunVerb[] = [];
  const all = given.length;
  if (broken.length > 0) {
    const count = broken.length;
    const label = count < all ? t('again.resume.some', { count, all }) : t('again.resume');
    verbs.push({ id: 'resume', label, act: () => app.attempt(resumeRuns(app, broken)) });
  }
  const act = (): void => app.attempt(repeatRuns(app, runs));
  const some = runs.length < all;
  const label = some ? t('again.repeat.some', { count: runs.length, all }) : t('again.repeat');
  verbs.push({ id: 'repeat', label, act });
  if (whole.length > 0) {
    const count = whole.length;
    const label = count < all ? t('again.extend.some', { count, all }) : t('again.extend');
    verbs.push({ id: 'extend', label, act: () => app.extension.ask(whole) });
  }
  return verbs;
}

/** What nothing here can compute neither runs again nor goes on. */
function verbsOfLogs(): readonly RunVerb[] {
  const why = t('log.notComputed');
  const act = (): void => undefined;
  return [
    { id: 'repeat', label: t('again.repeat'), act, why },
    { id: 'extend', label: t('again.extend'), act, why },
  ];
}

/** The same as items of a menu. */
export function verbItems(
  verbs: readonly RunVerb[],
): readonly { readonly label: string; readonly onselect: () => void; readonly why?: string }[] {
  return verbs.map(({ label, act, why }) => ({
    label,
    onselect: act,
    ...(why === undefined ? {} : { why }),
  }));
}

async function resumeRuns(app: App, runs: readonly RunSummary[]): Promise<void> {
  const ids = runs.map(({ id }) => id);
  tellContinued(await app.lab.request('run:continue', ids, null));
}

/** The runs of one experiment are together again; what is many is started in groups that fit the stage. */
async function repeatRuns(app: App, runs: readonly RunSummary[]): Promise<void> {
  for (const group of togetherAgain(runs)) {
    await app.lab.request(
      'run:again',
      group.map(({ id }) => id),
      null,
    );
  }
  tell(() => t('again.started', { count: runs.length }));
}

/** Runs by their experiments, as many together as an experiment may have, in the order in which they were made. */
export function togetherAgain<Run extends Pick<RunSummary, 'experimentId'>>(
  runs: readonly Run[],
): readonly (readonly Run[])[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const group = groups.get(run.experimentId) ?? [];
    groups.set(run.experimentId, [...group, run]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MOST_RUNS_PER_PLAN) }, (_, i) =>
      group.slice(i * MOST_RUNS_PER_PLAN, (i + 1) * MOST_RUNS_PER_PLAN),
    ),
  );
}

/** Says where runs went on as new ones, and why. */
export function tellContinued({ inPlace, asNew }: Continued): void {
  const count = inPlace.length + asNew.length;
  tell(() => {
    const goesOn = t('again.goesOn', { count });
    if (asNew.length === 0) return goesOn;
    const oneOf = asNew.length === 1 && count > 1;
    const why = oneOf ? t('again.asNew.oneOf') : t('again.asNew', { count: asNew.length });
    return t('again.goesOn.why', { goesOn, why });
  });
}

/** Brings runs that were just started on the stage where the person is in the Lab; says so elsewhere. */
export async function showStarted(app: App, started: readonly StartedExperiment[]): Promise<void> {
  const ids = started.flatMap(({ runIds }) => runIds);
  if (app.navigation.view.id === 'lab') await app.session.openRuns(ids);
  else tell(() => t('again.started', { count: ids.length }));
}
