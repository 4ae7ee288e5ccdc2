/** Closed rules of the schedules that follow the clock in one smooth sweep. */
import type { exponential } from '../../schedules/exponential.ts';
import type { inverseSqrt } from '../../schedules/inverse-sqrt.ts';
import type { inverseTime } from '../../schedules/inverse-time.ts';
import type { linear } from '../../schedules/linear.ts';
import type { literalRecurrence } from '../../schedules/literal-recurrence.ts';
import type { naturalExponential } from '../../schedules/natural-exponential.ts';
import type { polynomial } from '../../schedules/polynomial.ts';
import { lengthOf } from '../../schedules/shared-params.ts';
import { float, num } from '../python.ts';
import { aboveFloor, perLength, wholeLengths } from '../rule.ts';
import type { RuleOf } from './rule-of.ts';

export const inverseTimeRule: RuleOf<typeof inverseTime> = (values, { total }) => {
  const length = lengthOf(values.decayLength, total);
  const time = values.staircase ? wholeLengths(length) : perLength('t', length);
  return { factor: `1 / (1 + ${num(values.decay)} * ${time})` };
};

/** Least factor that a float32 can hold; below it a table of factors may end. */
const VANISHED = 1e-45;

export const literalRecurrenceRule: RuleOf<typeof literalRecurrence> = (
  { decay },
  { dialect, total },
) => {
  if (decay === 0) return { factor: dialect.constant('1.0') };
  const d = num(decay);
  if (dialect.kind === 'scalar') {
    return { factor: `1 / math.prod(1 + ${d} * k for k in range(1, t + 1))` };
  }
  if (dialect.kind === 'array') {
    return {
      body: [`divisors = np.cumprod(1 + ${d} * np.arange(np.max(t) + 1))`],
      factor: '1 / divisors[t]',
    };
  }
  let last = 0;
  for (let factor = 1; last < total && factor > VANISHED;) factor /= 1 + decay * ++last;
  return {
    setup: [`factors = (1 / np.cumprod(1 + ${d} * np.arange(${last + 1}))).astype("float32")`],
    factor: dialect.at('factors', dialect.min('t', `${last}`)),
  };
};

export const exponentialRule: RuleOf<typeof exponential> = (values, { dialect, total }) => {
  const length = lengthOf(values.decayLength, total);
  const time = values.staircase ? wholeLengths(length) : length === 1 ? 't' : `(t / ${length})`;
  return { factor: dialect.power(float(values.gamma), time) };
};

export const naturalExponentialRule: RuleOf<typeof naturalExponential> = (
  values,
  { dialect, total },
) => {
  const length = lengthOf(values.decayLength, total);
  const time = values.staircase ? wholeLengths(length) : perLength('t', length);
  return { factor: dialect.exp(`-${num(values.k)} * ${time}`) };
};

export const inverseSqrtRule: RuleOf<typeof inverseSqrt> = ({ decay }, { dialect }) => ({
  factor: `1 / ${dialect.sqrt(`1 + ${num(decay)} * t`)}`,
});

export const polynomialRule: RuleOf<typeof polynomial> = (values, { dialect, total }) => {
  const length = lengthOf(values.length, total);
  const past = `${dialect.max('1', `-(-t // ${length})`)} * ${length}`;
  const [body, left] = values.cycle
    ? [[`span = ${past}`], '(1 - t / span)']
    : [[], `(1 - ${perLength(dialect.min('t', `${length}`), length)})`];
  const power = values.power === 1 ? left : dialect.power(left, num(values.power));
  return { body, factor: aboveFloor(num(values.floor), power) };
};

export const linearRule: RuleOf<typeof linear> = (values, { dialect, total }) => {
  const length = lengthOf(values.length, total);
  const [from, to] = [num(values.startFactor), num(values.endFactor)];
  const part = perLength(dialect.min('t', `${length}`), length);
  if (from === '1' && to === '0') return { factor: `1 - ${part}` };
  return { factor: `${from} + (${to} - ${from}) * ${part}` };
};
