import { workOut, type Quantities, type Quantity, type WorkedLine } from '../formula/worked.ts';
import type { ParamSpecs, Values } from '../params.ts';
import type { OptimizerSpec, Slot, SlotSymbols, StepInput } from './optimizer.ts';

/** An update that was made: what went in, and what it changed. */
export interface MadeUpdate {
  readonly input: StepInput;
  /** η₀ of the experiment. */
  readonly peakLr: number;
  /** The optimizer's state, as its `init` makes it, before and after the update. */
  readonly before: unknown;
  readonly after: unknown;
  /** Δθ, shape (dim,). */
  readonly delta: Float64Array;
}

/** A number that the optimizer remembers, before and after the update. */
export interface SlotChange {
  readonly name: string;
  readonly before: Quantity;
  readonly after: Quantity;
}

export interface WorkedUpdate {
  readonly slots: readonly SlotChange[];
  /** The rule with its numbers, in the order of the code; the last of the name `theta` gives θ_t = θ_{t−1} + Δθ. */
  readonly lines: readonly WorkedLine[];
}

type State = Readonly<Record<string, Float64Array>>;

/**
 * What an update did at coordinate `index` (from 0), in the optimizer's own symbols: every slot and Δθ as the
 * update computed it, to the last bit, and the rule's lines worked out with them.
 */
export function workedUpdate(
  spec: OptimizerSpec<string, ParamSpecs, unknown>,
  values: Values,
  update: MadeUpdate,
  index: number,
): WorkedUpdate {
  const { input, delta } = update;
  const theta = input.params[index]!;
  const slots = slotChanges(spec.slots, update, index);
  const quantities: Quantities = {
    ...constantsOf(spec.params, values, input),
    theta: { symbol: '\\theta_{t-1}', value: theta },
    g: { symbol: 'g_t', value: input.grad[index]! },
    eta: { symbol: '\\eta_{t-1}', value: input.lr },
    eta0: { symbol: '\\eta_0', value: update.peakLr },
    t: { symbol: 't', value: input.t },
    ...Object.fromEntries(slots.map(({ name, before }) => [name, before])),
  };
  const results: Quantities = {
    ...Object.fromEntries(slots.map(({ name, after }) => [name, after])),
    theta: { symbol: '\\theta_t', value: theta + delta[index]! },
  };
  const at = Object.fromEntries(Object.entries(quantities).map(([k, { value }]) => [k, value]));
  const lines = spec.arithmetic(values as never, at);
  return { slots, lines: workOut(lines, quantities, results) };
}

/** The hyper-parameters that are numbers; a momentum that the schedule cycles as it is in this update. */
function constantsOf(specs: ParamSpecs, values: Values, { momentum }: StepInput): Quantities {
  const cycled = specs['momentum'] ? 'momentum' : 'beta1';
  return Object.fromEntries(
    Object.entries(specs).flatMap(([name, spec]) => {
      if (spec.kind !== 'number') return [];
      const value = momentum !== null && name === cycled ? momentum : (values[name] as number);
      return [[name, { symbol: spec.symbol, value }]];
    }),
  );
}

function slotChanges(
  slots: Readonly<Record<string, Slot>>,
  update: Pick<MadeUpdate, 'before' | 'after'>,
  index: number,
): readonly SlotChange[] {
  return Object.entries(slots).flatMap(([key, slot]) => {
    const before = (update.before as State)[key]!;
    const after = (update.after as State)[key]!;
    const change = (name: string, symbols: SlotSymbols, at: number): SlotChange => ({
      name,
      before: { symbol: symbols.before, value: before[at]! },
      after: { symbol: symbols.after, value: after[at]! },
    });
    if ('common' in slot) {
      return slot.common.flatMap((symbols, at) =>
        symbols ? [change(symbols.name, symbols, at)] : [],
      );
    }
    // Empty in the variants of the rule that do without it.
    return before.length > 0 ? [change(key, slot, index)] : [];
  });
}
