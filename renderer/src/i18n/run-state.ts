import type { RunState, RunSummary, StateReason } from '../../../electron/ipc/run.ts';
import { formatCount } from '../lib/format.ts';
import { sentences, t } from './i18n.svelte.ts';

type Stated = Pick<RunSummary, 'state' | 'reason' | 'step' | 'error'> &
  Partial<Pick<RunSummary, 'config'>>;

/** The state of a run in words: `diverged at step 125`. */
export function stateWords(run: Stated): string {
  // Of a log its file does not say how the training ended, only whether numbers were left.
  if (run.config === null && run.state === 'finished') return t('log.elsewhere');
  if (run.config === null && run.state === 'diverged') return t('log.diverged');
  return stateAt(run, formatCount(run.step));
}

function stateAt({ state, reason }: Pick<Stated, 'state' | 'reason'>, step: string): string {
  const at = { step };
  switch (state) {
    case 'queued':
    case 'running':
    case 'pausing':
    case 'finished':
      return t(`state.${state}`);
    case 'stopped':
      return stoppedWords(reason, at);
    case 'paused':
    case 'interrupted':
    case 'failed':
    case 'diverged':
      return t(`state.${state}`, at);
  }
}

function stoppedWords(reason: StateReason | null, at: { readonly step: string }): string {
  switch (reason) {
    case 'loss-limit':
    case 'target-loss':
    case 'grad-norm':
    case 'loss-change':
    case 'patience':
      return t(`state.stopped.${reason}`, at);
    default:
      return t('state.stopped', at);
  }
}

/** Whether a run diverged where its loss is not infinite but has no value, as √x has left of 0. */
export function hasNoValue({ reason, result }: Pick<RunSummary, 'reason' | 'result'>): boolean {
  return reason === 'loss' && result !== null && Number.isNaN(result.finalLoss);
}

/** Why runs ended the way they did, where the state alone does not say; else null. */
export function reasonWords(...runs: readonly Stated[]): string | null {
  const reasons = [...new Set(runs.map(({ reason }) => reason))];
  const found = reasons.flatMap((reason) => {
    const those = runs.filter((run) => run.reason === reason);
    return reasonOf(those[0]!, stepsWords(those)) ?? [];
  });
  return found.length === 0 ? null : sentences(found);
}

function reasonOf({ state, reason, error }: Stated, step: string): string | null {
  const words: Partial<Record<StateReason, () => string>> = {
    quit: () => t('reason.quit', { step }),
    'host-exit': () => t('reason.host-exit', { step }),
    // A person also pauses; only a stop ends anything.
    ...(state === 'stopped' ? { user: () => t('reason.user') } : {}),
    'worker-error': () => t('reason.worker', { error: error ?? '' }),
    'worker-exit': () => t('reason.worker', { error: error ?? '' }),
    'worker-memory': () => t('reason.worker-memory', { step }),
    'worker-hang': () => t('reason.worker-hang', { step }),
    'not-reproduced': () => t('reason.not-reproduced', { error: error ?? '' }),
  };
  return reason === null ? null : (words[reason]?.() ?? null);
}

/** The step at which runs stand: `1 260`, or `1 240–1 260` where they do not stand at the same. */
function stepsWords(runs: readonly Stated[]): string {
  const steps = runs.map(({ step }) => step);
  const [least, greatest] = [Math.min(...steps), Math.max(...steps)].map(formatCount);
  return least === greatest ? least! : `${least}–${greatest}`;
}

/** Which of the four looks of a state dot a state has. */
export function stateTone(state: RunState): 'moving' | 'good' | 'beyond' | 'quiet' {
  switch (state) {
    case 'running':
    case 'queued':
    case 'pausing':
      return 'moving';
    case 'finished':
      return 'good';
    case 'diverged':
    case 'failed':
      return 'beyond';
    case 'paused':
    case 'interrupted':
    case 'stopped':
      return 'quiet';
  }
}

/** States of several runs in one line: `2 finished, 1 diverged`. */
export function statesWords(runs: readonly Stated[], totalSteps: number): string {
  const [first] = runs;
  if (!first) return t('draft.state');
  // A stop is said with its reason, and one reason does not speak for another.
  const kindOf = ({ state, reason }: Stated): string =>
    state === 'stopped' ? `${state} ${reason}` : state;
  const kinds = [...new Set(runs.map(kindOf))];
  if (kinds.length === 1 && first.state === 'running') {
    // As far as all of them are: the step that the cursor follows.
    const step = Math.min(...runs.map((run) => run.step));
    return t('state.all.running', { step: formatCount(step), total: formatCount(totalSteps) });
  }
  if (kinds.length === 1 && first.state === 'finished') {
    if (first.config === null) return stateWords(first);
    if (totalSteps === 1) return t('state.all.finishedStep', { count: runs.length });
    const lengths = runs.map(({ step }) => step);
    const least = formatCount(Math.min(...lengths));
    const most = formatCount(Math.max(...lengths));
    if (least !== most) {
      return t('state.all.finishedBetween', { count: runs.length, least, most });
    }
    const steps = formatCount(totalSteps);
    return runs.length === 1
      ? t('state.all.finishedAlone', { steps })
      : t('state.all.finished', { count: runs.length, steps });
  }
  if (kinds.length === 1) {
    const words = stateAt(first, stepsWords(runs));
    const unfinished = ['paused', 'interrupted', 'stopped', 'failed'].includes(first.state);
    // After a rule has stopped a run no step is missing.
    const byRule = first.state === 'stopped' && first.reason !== 'user';
    if (!unfinished || byRule) return words;
    return t('state.all.at', { state: words, total: formatCount(totalSteps) });
  }
  return kinds
    .map((kind) => {
      const those = runs.filter((run) => kindOf(run) === kind);
      return t('state.count', {
        count: those.length,
        state: stateAt(those[0]!, stepsWords(those)),
      });
    })
    .join(t('listSeparator'));
}

/** The same where there is room for a word or two: of one kind its name, else whether any still goes on. */
export function statesInShort(runs: readonly Stated[]): string {
  const kinds = [...new Set(runs.map(({ state }) => state))];
  if (kinds.length === 1) return t(`state.kind.${kinds[0]!}`);
  const going = runs.some(({ state }) => stateTone(state) === 'moving');
  return t(going ? 'state.kind.running' : 'state.kind.over');
}
