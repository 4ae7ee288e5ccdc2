/** What names in code stand for, as people write them; a name that code sets itself means what it sets. */

export type Role = 'lr' | 'decay' | 'epochs' | 'steps' | 'stepsPerEpoch';

const INITIAL =
  /^(?:(?:lr|learning_?rate|eta|η|alpha|α)_?(?:0|₀|init|initial|base|start)|(?:initial|init|base|start)_?(?:lr|learning_?rate|eta|alpha|rate))$/i;
const RATE =
  /^(?:lr|learning_?rate|eta|η|alpha|α|rate|step_?size)(?:_?(?:t|n|i|e|epoch|new|now|current))?$/i;
const roles: readonly (readonly [Role, RegExp])[] = [
  ['lr', INITIAL],
  ['lr', RATE],
  ['decay', /^(?:k|d|decay|decay_?rate|rate_?decay|lr_?decay|gamma|γ)$/i],
  [
    'stepsPerEpoch',
    /^(?:steps|batches|iters|iterations|updates)_?per_?epoch$|^n(?:um)?_?batches$/i,
  ],
  ['epochs', /^(?:(?:n|num|max|total)_?)?epochs$/i],
  // A small t counts.
  ['epochs', /^T$/],
  ['steps', /^(?:n|num|max|total)_?(?:steps|iters?|iterations|updates)$/i],
];
const EPOCH = /^(?:e|ep|epoch|epoch_?(?:i|idx|index|num|number|nr))$/i;
const STEP =
  /^(?:i|j|it|iter|iteration|iterations|step|batch|batch_?(?:i|idx|index)|global_?step|n_?iter|update|updates)$/i;
const METRIC =
  /loss|acc|metric|score|error|best|bad|wait|patience|plateau|improv|early_?stop|stopper|should_?stop/i;
const NEUTRAL = /^(?:t|n)$/;

/** The setting a name that code leaves open stands for. */
export function roleOf(name: string): Role | null {
  return roles.find(([, shape]) => shape.test(name))?.[0] ?? null;
}

export function isRateName(name: string): boolean {
  return RATE.test(name) && !INITIAL.test(name);
}

/** What is known only when a run has come so far: losses, scores, and what waits for them. */
export function isMetricName(name: string): boolean {
  return METRIC.test(name);
}

/** What a counter counts; null for a name that is no counter. `t` and `n` count what the schedule is changed by: epochs. */
export function countsOf(name: string): 'epoch' | 'step' | null {
  if (EPOCH.test(name) || NEUTRAL.test(name)) return 'epoch';
  return STEP.test(name) ? 'step' : null;
}
