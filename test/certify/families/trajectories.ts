import { parseMember, parseSchedule } from '../../../core/experiment/parse-choice.ts';
import { norm } from '../../../core/math/vector.ts';
import { objectiveIds, objectives } from '../../../core/objectives/index.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import type { Schedule } from '../../../core/schedules/schedule.ts';
import { judgeCase, usingAll, type CaseResult } from '../case-result.ts';
import { Recorded } from '../comparison.ts';
import type { ReferenceFile, TrajectoryCase } from '../format.ts';
import { objectiveChoice } from '../objective-ids.ts';
import { optimizerChoice, type Buffer } from '../optimizer-ids.ts';
import { scheduleChoice } from '../schedule-kinds.ts';

/** Tiers that are listed but not compared: a reproduced defect, and methods outside the core. */
const unjudged = new Set(['quirk', 'optional']);

/** Optimizers on test functions: points, values, gradient norms, rates, buffers, divergence. */
export function trajectories({ cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly TrajectoryCase[]).map((given) =>
    unjudged.has(given.tier)
      ? { id: given.id, status: 'skipped', reason: given.tier }
      : judgeCase(given.id, () => compare(given)),
  );
}

type Numbers = Readonly<Record<string, number>>;
type Buffers = Readonly<Record<string, Buffer>>;

function compare(given: TrajectoryCase): Recorded {
  const { columns, rows, lrHead = [], state = {}, firstNonFiniteStep = {} } = given;
  const result = new Recorded(given.tolerance);
  const lastStep = rows.at(-1)![0]!;
  const until = given.compareUntilStep ?? lastStep;
  const rowOf = new Map(rows.map((row) => [row[0]!, row]));
  const run = new Descent(given);
  let seen = run.look();
  for (;;) {
    const { step } = run;
    if (step <= until) {
      compareRow(result, columns, seen, rowOf.get(step));
      compareBuffers(result, step, run.buffers(), state[step] ?? {});
    }
    if (step === lastStep || !Object.values(seen).every(Number.isFinite)) break;
    if (lrHead[step] !== undefined) result.number(`lr(${step})`, run.lr(), lrHead[step]);
    run.update();
    seen = run.look();
  }
  for (const [name, recorded] of Object.entries(firstNonFiniteStep)) {
    const broken = name in seen && !Number.isFinite(seen[name]);
    result.exact(`first step at which ${name} is not finite`, broken ? run.step : null, recorded);
  }
  result.exact('last step', run.step, lastStep);
  return result;
}

function compareRow(
  result: Recorded,
  columns: readonly string[],
  computed: Numbers,
  recorded: readonly number[] | undefined,
): void {
  recorded?.forEach((value, i) => {
    const column = columns[i]!;
    const number = computed[column];
    if (number === undefined) throw new RangeError(`no column is called '${column}'`);
    result.number(`${column} at step ${recorded[0]}`, number, value);
  });
}

function compareBuffers(
  result: Recorded,
  step: number,
  computed: Buffers,
  recorded: Readonly<Record<string, number | readonly number[]>>,
): void {
  for (const [name, value] of Object.entries(recorded)) {
    const buffer = computed[name];
    if (buffer === undefined) throw new RangeError(`no buffer is called '${name}'`);
    const at = `${name} after step ${step}`;
    result.list(at, numbers(buffer), numbers(value) as readonly number[]);
  }
}

const numbers = (buffer: Buffer): ArrayLike<number> =>
  typeof buffer === 'number' ? [buffer] : buffer;

/** An optimizer of the core on an objective of the core, one update at a time. */
class Descent {
  readonly #objective;
  readonly #optimizer: Optimizer<unknown>;
  readonly #schedule: Schedule;
  readonly #state: unknown;
  readonly #buffers: (state: never, step: number) => Buffers;
  readonly #params: Float64Array;
  readonly #grad: Float64Array;
  readonly #delta: Float64Array;
  /** Updates made. */
  step = 0;

  constructor(given: TrajectoryCase) {
    const { lr: baseLr, ...hyper } = given.hyper;
    const { choice, buffers } = usingAll(hyper, (all) => optimizerChoice(given.optimizer, all));
    const { id, params } = parseMember(choice, given.optimizer, optimizerIds, optimizers);
    this.#optimizer = optimizers[id].create(params as never) as Optimizer<unknown>;
    this.#buffers = buffers;

    const total = given.rows.at(-1)![0]!;
    const { kind, params: scheduleParams } = given.schedule ?? { kind: 'constant', params: {} };
    const rate = usingAll(scheduleParams, (all) => scheduleChoice(kind, all, baseLr, total));
    this.#schedule = buildSchedule(parseSchedule(rate.choice, kind), rate.lr, rate.total);

    const objective = parseMember(
      usingAll(given.objectiveParams ?? {}, (all) =>
        objectiveChoice(given.objective, all as Numbers),
      ),
      given.objective,
      objectiveIds,
      objectives,
    );
    this.#objective = objectives[objective.id].create(objective.params as never);
    const { dim } = this.#objective;
    if (given.start.length !== dim) throw new RangeError(`${dim} coordinates are needed to start`);
    this.#params = Float64Array.from(given.start);
    this.#grad = new Float64Array(dim);
    this.#delta = new Float64Array(dim);
    this.#state = this.#optimizer.init(dim);
  }

  /** The quantities of the point reached, by the names of the columns. */
  look(): Numbers {
    const [x = NaN, y = NaN] = this.#params;
    const f = this.#objective.valueAndGrad(this.#params, this.#grad);
    const { ax } = this.buffers();
    const [avgX = NaN, avgY = NaN] = typeof ax === 'object' ? Array.from(ax) : [];
    return {
      step: this.step,
      ...{ x, y, f, gradNorm: norm(this.#grad) },
      ...(ax === undefined ? {} : { avgX, avgY }),
    };
  }

  buffers(): Buffers {
    return this.#buffers(this.#state as never, this.step);
  }

  lr(): number {
    return this.#schedule.lr(this.step);
  }

  update(): void {
    const momentum = this.#schedule.momentum?.(this.step) ?? null;
    this.#optimizer.update(
      { t: this.step + 1, lr: this.lr(), momentum, params: this.#params, grad: this.#grad },
      this.#state,
      this.#delta,
    );
    for (let i = 0; i < this.#params.length; i++) this.#params[i]! += this.#delta[i]!;
    this.step++;
  }
}
