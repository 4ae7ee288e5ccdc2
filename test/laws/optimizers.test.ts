/** Laws that every optimizer keeps in each of its dialects and variants; a new one is tested by being listed. */
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { evaluated } from '../../core/formula/worked.ts';
import { optimizers } from '../../core/optimizers/index.ts';
import type { Optimizer, OptimizerSpec, Slot, StepInput } from '../../core/optimizers/optimizer.ts';
import {
  workedUpdate,
  type MadeUpdate,
  type WorkedUpdate,
} from '../../core/optimizers/worked-update.ts';
import {
  defaultParams,
  parseParams,
  type ChoiceOption,
  type ChoiceParam,
  type ParamSpecs,
  type Values,
} from '../../core/params.ts';

type Spec = OptimizerSpec<string, ParamSpecs, unknown>;
const all = Object.values(optimizers) as unknown as Spec[];

/** Every dialect with the defaults of its source, every switch on, and each with weight decay, momentum and dampening. */
const variants = all.flatMap((spec) => {
  const dialect = spec.params['dialect'];
  const dialects: Values[] =
    dialect?.kind === 'choice'
      ? dialect.options.map(({ id, defaults }) => ({ ...defaults, dialect: id }))
      : [{}];
  const switches = Object.entries(spec.params).filter(([, { kind }]) => kind === 'boolean');
  const settings: Values[] = [
    {},
    ...switches.map(([name]) => ({ [name]: true })),
    ...(spec.params['weightDecay'] ? [{ weightDecay: 0.01 }] : []),
    ...(spec.params['momentum'] ? [{ momentum: 0.5 }] : []),
    ...(spec.params['dampening'] ? [{ dampening: 0.5 }] : []),
  ];
  return dialects.flatMap((own) =>
    settings.map((set) => ({ spec, values: { ...defaultParams(spec.params), ...own, ...set } })),
  );
});
const named = variants.map(({ spec, values }): [string, Spec, Values] => {
  const differing = Object.entries(values).filter(([k, v]) => spec.params[k]!.default !== v);
  const how = differing.map(([k, v]) => `${k} ${JSON.stringify(v)}`).join(', ');
  return [how ? `${spec.id} with ${how}` : spec.id, spec, values];
});

const dialectOf = ({ params }: Spec, values: Values): ChoiceOption | undefined =>
  params['dialect']?.kind === 'choice'
    ? params['dialect'].options.find(({ id }) => id === values['dialect'])
    : undefined;

const slotsOf = (spec: Spec): Readonly<Record<string, Slot>> => spec.slots;
const create = (spec: Spec, values: Values): Optimizer<unknown> => spec.create(values, 0.1);

interface Run {
  readonly optimizer: Optimizer<unknown>;
  readonly state: unknown;
  readonly x: Float64Array;
}

const begin = (spec: Spec, values: Values, start = [1, -2]): Run => {
  const optimizer = create(spec, values);
  return { optimizer, state: optimizer.init(start.length), x: Float64Array.from(start) };
};

/** Updates number `from` … `to`, on the parabola unless told otherwise. */
const advance = (
  { optimizer, state, x }: Run,
  from: number,
  to: number,
  lr: number,
  gradient: (x: Float64Array, t: number) => Float64Array = (at) => at.slice(),
  momentum: StepInput['momentum'] = null,
): Float64Array => {
  const out = new Float64Array(x.length);
  for (let t = from; t <= to; t++) {
    const input = { t, lr, momentum, params: x, grad: gradient(x, t) };
    optimizer.update(input, state, out);
    for (let i = 0; i < x.length; i++) x[i]! += out[i]!;
  }
  return x;
};

test.each(all.filter(({ params }) => params['dialect']))(
  'dialects of $id name a rate only where it is not the default one',
  ({ params, defaultLr }) => {
    const rates = (params['dialect'] as ChoiceParam).options.flatMap(({ lr }) => lr ?? []);
    expect(rates).not.toContain(defaultLr);
    expect(rates.every((lr) => lr > 0)).toBe(true);
  },
);

/** Updates 1 … `count` with gradients whose signs and sizes vary, the rate falling. */
function* madeUpdates(
  { optimizer, state, x }: Run,
  count: number,
  momentum: number | null,
): Generator<MadeUpdate> {
  for (let t = 1; t <= count; t++) {
    const grad = Float64Array.of(
      x[0]! + Math.sin(t * t),
      t === 7 ? 0 : 3 * x[1]! + Math.cos(3 * t),
    );
    const input = { t, lr: 0.1 / t, momentum, params: x.slice(), grad };
    const before = structuredClone(state);
    const delta = new Float64Array(x.length);
    optimizer.update(input, state, delta);
    yield { input, peakLr: 0.1, before, after: structuredClone(state), delta };
    for (let i = 0; i < x.length; i++) x[i]! += delta[i]!;
  }
}

/** Every line gives by its own formula what is shown for it; what is shown is what the update computed. */
function expectArithmetic(
  spec: Spec,
  { lines, slots }: WorkedUpdate,
  { input, after, delta }: MadeUpdate,
  index: number,
): void {
  const theta = input.params[index]!;
  for (const { name, formula, uses, value } of lines) {
    const own = evaluated(formula, uses);
    const scale = name === 'theta' ? Math.abs(delta[index]!) : Math.abs(value);
    const rounding = name === 'theta' ? 4e-16 * (Math.abs(theta) + Math.abs(value)) : 1e-16;
    expect(Math.abs(own - value), `${name} = ${formula} at update ${input.t}`).toBeLessThanOrEqual(
      1e-10 * scale + rounding,
    );
  }
  expect(lines.findLast(({ name }) => name === 'theta')!.value).toBe(theta + delta[index]!);
  const state = after as Record<string, Float64Array>;
  for (const [key, slot] of Object.entries(slotsOf(spec))) {
    const held = state[key]!;
    const named = 'common' in slot ? slot.common.map((one) => one?.name) : [key];
    named.forEach((name, i) => {
      if (name === undefined || held.length === 0) return;
      const value = held['common' in slot ? i : index]!;
      expect(slots.find((one) => one.name === name)!.after.value, name).toBe(value);
      const line = lines.findLast((one) => one.name === name);
      if (!('common' in slot) || line) expect(line!.value, name).toBe(value);
    });
  }
}

describe.each(named)('%s', (_name, spec, values) => {
  test('its values are valid', () => {
    expect(parseParams(spec.params, values, 'params')).toEqual(values);
  });

  test('descends a parabola at some rate', () => {
    const distances = [1, 0.1, 0.01].map((lr) => {
      const x = advance(begin(spec, values), 1, 2000, lr);
      return Math.hypot(...x) / Math.hypot(1, 2);
    });
    expect(Math.min(...distances)).toBeLessThan(0.05);
  });

  test('lowers the loss at the default rate of its source', () => {
    const x = advance(begin(spec, values), 1, 200, dialectOf(spec, values)?.lr ?? spec.defaultLr);
    expect(Math.hypot(...x)).toBeLessThan(Math.hypot(1, 2));
  });

  test.each([null, 0.8])(
    'continues from a clone of its state to the same bits, momentum %s',
    (m) => {
      const whole = begin(spec, values);
      advance(whole, 1, 20, 0.1, undefined, m);
      const resumed: Run = {
        optimizer: create(spec, values),
        state: structuredClone(whole.state),
        x: whole.x.slice(),
      };
      expect(advance(resumed, 21, 60, 0.05, undefined, m)).toEqual(
        advance(whole, 21, 60, 0.05, undefined, m),
      );
      expect(resumed.state).toEqual(whole.state);
    },
  );

  test('changes neither parameters nor gradient', () => {
    const { optimizer, state, x } = begin(spec, values);
    const grad = Float64Array.of(3, -0.5);
    const input = { t: 1, lr: 0.1, momentum: null, params: x, grad };
    optimizer.update(input, state, new Float64Array(2));
    expect([...x, ...grad]).toEqual([1, -2, 3, -0.5]);
  });

  test.each([1, 2, 30])('does not absorb a NaN gradient at update %i, nor spread it', (t) => {
    const run = begin(spec, values);
    advance(run, 1, t - 1, 0.01);
    advance(run, t, t, 0.01, (x) => Float64Array.of(NaN, x[1]!));
    expect(run.x[0]).toBeNaN();
    expect(run.x[1]).toSatisfy(Number.isFinite);
  });

  test('stays at a minimum, and makes no NaN when gradients vanish', () => {
    const still = begin(spec, values, [0, 0]);
    advance(still, 1, 3000, 0.1);
    expect(Math.hypot(...still.x)).toBe(0);
    const gone = begin(spec, values);
    advance(gone, 1, 10, 0.01);
    advance(gone, 11, 20_000, 0.01, (x) => new Float64Array(x.length));
    expect([...gone.x].every(Number.isFinite)).toBe(true);
  });

  test('at a rate of zero it does not move', () => {
    const run = begin(spec, values);
    if (spec.readsRate !== 'once') expect([...advance(run, 1, 50, 0)]).toEqual([1, -2]);
    else {
      // Its steps do not come from the rate of these updates.
      advance(run, 1, 1, 0.1);
      const other: Run = { ...begin(spec, values), state: structuredClone(run.state) };
      other.x.set(run.x);
      expect(advance(run, 2, 50, 0)).toEqual(advance(other, 2, 50, 7));
    }
  });

  test('names as its slots exactly what its state holds', () => {
    const state = begin(spec, values).state as Record<string, Float64Array>;
    expect(Object.keys(slotsOf(spec)).toSorted()).toEqual(Object.keys(state).toSorted());
    for (const [key, slot] of Object.entries(slotsOf(spec))) {
      const { length } = state[key]!;
      if ('common' in slot) expect(slot.common, key).toHaveLength(length);
      else expect([0, 2], key).toContain(length);
    }
  });

  test.each([null, 0.8])('its arithmetic is what its update does, momentum %s', (momentum) => {
    const run = begin(spec, values);
    for (const update of madeUpdates(run, 40, momentum)) {
      for (const index of [0, 1]) {
        expectArithmetic(spec, workedUpdate(spec, values, update, index), update, index);
      }
    }
  });

  test('judges the start where nothing has happened yet, and then a finite point', () => {
    const run = begin(spec, values);
    const judged = Float64Array.of(9, 9);
    run.optimizer.evaluationPoint?.(run.x, run.state, judged);
    if (run.optimizer.evaluationPoint) expect([...judged]).toEqual([1, -2]);
    advance(run, 1, 20, 0.1);
    const before = structuredClone(run.state);
    run.optimizer.evaluationPoint?.(run.x, run.state, judged);
    expect([...judged].every(Number.isFinite)).toBe(true);
    expect(run.state).toEqual(before);
  });
});

describe.each(all.map((spec): [string, Spec] => [spec.id, spec]))('%s', (_id, spec) => {
  test('its formula renders in strict mode', () => {
    expect(spec.formula.length).toBeGreaterThan(0);
    const symbols = Object.values(spec.params).flatMap((p) => ('symbol' in p ? [p.symbol] : []));
    for (const tex of [...spec.formula, ...symbols]) {
      expect(tex).not.toBe('');
      expect(tex, 'words belong to one language').not.toContain('\\text{');
      expect(() =>
        katex.renderToString(tex, { strict: 'error', throwOnError: true }),
      ).not.toThrow();
    }
  });

  test('it says in both languages what it is for, and in what each dialect differs', () => {
    const texts = [spec.name, spec.summary];
    for (const param of Object.values(spec.params)) {
      texts.push(param.label, param.help);
      if (param.kind === 'choice') texts.push(...param.options.flatMap((o) => [o.label, o.help]));
    }
    for (const { zh, en } of texts) {
      expect(zh.trim() && en.trim()).toBeTruthy();
      expect(zh + en).not.toMatch(/[!！]/);
    }
    expect(spec.reference.url).toMatch(/^https:\/\//);
    expect(spec.reference.authors && spec.reference.title).toBeTruthy();
  });
});
