import type { Choice } from '../../core/params.ts';
import type { ScheduleId } from '../../core/schedules/index.ts';
import type { Named } from './format.ts';

/** A schedule in our words: what to build, at which peak rate, for how many steps. */
export interface NamedRate {
  readonly choice: Choice<ScheduleId>;
  readonly lr: number;
  readonly total: number;
}

type Build = (params: Named, baseLr: number, total: number) => NamedRate;

/** The reference's schedule kinds and their parameters, in our words. */
const kinds: Readonly<Record<string, Build>> = {
  constant: (_params, lr, total) => ({ choice: { id: 'constant', params: {} }, lr, total }),
  timeDecay: ({ decay }, lr, total) => ({
    choice: { id: 'inverse-time', params: { decay: decay as number } },
    lr,
    total,
  }),
  timeDecayRecurrence: ({ decay }, lr, total) => ({
    choice: { id: 'literal-recurrence', params: { decay: decay as number } },
    lr,
    total,
  }),
};

/** The pure schedule of this kind, for a run of `total` steps; throws for an unknown kind. */
export function scheduleChoice(
  kind: string,
  params: Named,
  baseLr: number,
  total: number,
): NamedRate {
  const build = kinds[kind];
  if (!build) throw new RangeError(`no schedule is called '${kind}'`);
  return build(params, baseLr, total);
}
