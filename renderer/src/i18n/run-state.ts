import type { RunState, RunSummary, StateReason } from '../../../electron/ipc/contract.ts';
import { formatCount } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

type Stated = Pick<RunSummary, 'state' | 'reason' | 'step' | 'error'>;

/** The state of a run in words: `diverged at step 125`. */
export function stateWords({ state, reason, step }: Stated): string {
  const at = { step: formatCount(step) };
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

/** Why a run ended the way it did, where the state alone does not say; else null. */
export function reasonWords({ reason, step, error }: Stated): string | null {
  const words: Partial<Record<StateReason, () => string>> = {
    quit: () => t('reason.quit', { step: formatCount(step) }),
    'host-exit': () => t('reason.host-exit', { step: formatCount(step) }),
    user: () => t('reason.user'),
    'worker-error': () => t('reason.worker', { error: error ?? '' }),
    'worker-exit': () => t('reason.worker', { error: error ?? '' }),
    'worker-memory': () => t('reason.worker', { error: error ?? '' }),
  };
  return reason === null ? null : (words[reason]?.() ?? null);
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
  const kinds = [...new Set(runs.map(({ state }) => state))];
  if (kinds.length === 1 && first.state === 'running') {
    const step = Math.max(...runs.map((run) => run.step));
    return t('state.all.running', { step: formatCount(step), total: formatCount(totalSteps) });
  }
  if (kinds.length === 1 && first.state === 'finished') {
    return t('state.all.finished', { count: runs.length, steps: formatCount(totalSteps) });
  }
  if (runs.length === 1) return stateWords(first);
  return kinds
    .map((state) => {
      const those = runs.filter((run) => run.state === state);
      const words = those.length === 1 ? stateWords(those[0]!) : t(`state.kind.${state}`);
      return t('state.count', { count: those.length, state: words });
    })
    .join(t('listSeparator'));
}
