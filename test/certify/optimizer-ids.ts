import type { OptimizerId } from '../../core/optimizers/index.ts';
import type { Choice, Values } from '../../core/params.ts';
import type { Named } from './format.ts';

/** One number, or one per coordinate. */
export type Buffer = number | ArrayLike<number>;
type Buffers = Readonly<Record<string, Buffer>>;

/** An optimizer in our words, and its memory after `step` updates under the names the reference uses. */
export interface NamedOptimizer {
  readonly choice: Choice<OptimizerId>;
  buffers(state: never, step: number): Buffers;
}

type Slots<Name extends string> = Readonly<Record<Name, Float64Array>>;

function named<State>(
  id: OptimizerId,
  params: Named,
  buffers: (state: State, step: number) => Buffers,
): NamedOptimizer {
  return { choice: { id, params: { ...params } as Values }, buffers };
}

const moments = ({ m, v, largest }: Slots<'m' | 'v' | 'largest'>): Buffers => ({
  exp_avg: m,
  exp_avg_sq: v,
  max_exp_avg_sq: largest,
});

/** The reference's optimizers, in our words. The rate `lr` is no parameter of an optimizer here. */
const optimizers: Readonly<Record<string, (hyper: Named) => NamedOptimizer>> = {
  sgd({ momentum, dampening, nesterov, weightDecay }) {
    const kept = ({ velocity }: Slots<'velocity'>): Buffers => ({ momentum_buffer: velocity });
    // Without momentum, dampening does nothing.
    if (momentum === 0) return named('sgd', { weightDecay }, () => ({}));
    if (!nesterov) return named('momentum', { momentum, dampening, weightDecay }, kept);
    if (dampening !== 0) throw new RangeError('nesterov has no dampening');
    return named('nesterov', { momentum, weightDecay }, kept);
  },
  adagrad: ({ initialAccumulatorValue, ...same }) =>
    named(
      'adagrad',
      { initialAccumulator: initialAccumulatorValue, ...same },
      ({ sum }: Slots<'sum'>) => ({ sum }),
    ),
  adadelta: (hyper) =>
    named('adadelta', hyper, ({ squares, deltas }: Slots<'squares' | 'deltas'>) => ({
      square_avg: squares,
      acc_delta: deltas,
    })),
  rmsprop: ({ alpha, ...same }) =>
    named(
      'rmsprop',
      { rho: alpha, ...same },
      ({ squares, mean, velocity }: Slots<'squares' | 'mean' | 'velocity'>) => ({
        square_avg: squares,
        grad_avg: mean,
        momentum_buffer: velocity,
      }),
    ),
  adam: ({ amsgrad, ...same }) => named(amsgrad ? 'amsgrad' : 'adam', same, moments),
  adamw: (hyper) => named('adamw', hyper, moments),
  adamax: (hyper) =>
    named('adamax', hyper, ({ m, u }: Slots<'m' | 'u'>) => ({ exp_avg: m, exp_inf: u })),
  nadam: (hyper) =>
    named('nadam', hyper, ({ m, v, powers }: Slots<'m' | 'v' | 'powers'>) => ({
      exp_avg: m,
      exp_avg_sq: v,
      mu_product: powers[0]!,
    })),
  radam: (hyper) => named('radam', hyper, moments),
  rprop: (hyper) =>
    named('rprop', hyper, ({ step, previous }: Slots<'step' | 'previous'>) => ({
      step_size: step,
      prev: previous,
    })),
  asgd: ({ t0, ...same }) =>
    named('asgd', { t0, ...same }, ({ average, rate }: Slots<'average' | 'rate'>, step) => ({
      ax: average,
      eta: rate[0]!,
      // The core keeps no mu: it follows from the step, and shows in ax.
      mu: 1 / Math.max(1, step - Number(t0)),
    })),
};

/** The optimizer of this name; throws for an unknown one. */
export function optimizerChoice(name: string, hyper: Named): NamedOptimizer {
  const build = Object.hasOwn(optimizers, name) ? optimizers[name] : undefined;
  if (!build) throw new RangeError(`no optimizer is called '${name}'`);
  return build(hyper);
}
