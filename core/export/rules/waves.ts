/** Closed rules of the schedules that rise and fall: cosine waves, warm-ups, cycles. */
import type { chebyshev } from '../../schedules/chebyshev.ts';
import type { cosineWarmRestarts } from '../../schedules/cosine-warm-restarts.ts';
import type { cosine } from '../../schedules/cosine.ts';
import type { cyclic } from '../../schedules/cyclic.ts';
import type { inverseSqrtWarmup } from '../../schedules/inverse-sqrt-warmup.ts';
import type { noam } from '../../schedules/noam.ts';
import { lengthOf, SEVENTH, TENTH } from '../../schedules/shared-params.ts';
import type { silver } from '../../schedules/silver.ts';
import { partsOf, type warmupStableDecay } from '../../schedules/warmup-stable-decay.ts';
import type { Dialect } from '../dialect.ts';
import { float, num } from '../python.ts';
import { aboveFloor, perLength } from '../rule.ts';
import type { RuleOf } from './rule-of.ts';

/** (1 + cos πx)/2 for x given as a product or quotient. */
export function wave(dialect: Dialect, x: string): string {
  return `0.5 * (1 + ${dialect.cos(`${dialect.pi} * ${x}`)})`;
}

export const cosineRule: RuleOf<typeof cosine> = (values, { dialect, total }) => {
  const length = lengthOf(values.length, total);
  const time = values.dialect === 'keras' ? dialect.min('t', `${length}`) : 't';
  return { factor: aboveFloor(num(values.floor), wave(dialect, perLength(time, length))) };
};

export const cosineWarmRestartsRule: RuleOf<typeof cosineWarmRestarts> = (
  { firstLength, lengthFactor: stretch, floor },
  { dialect, total },
) => {
  const first = lengthOf(firstLength, total, SEVENTH);
  if (stretch === 1) {
    const x = first === 1 ? '0 * t' : `(t % ${first}) / ${first}`;
    return { factor: aboveFloor(num(floor), wave(dialect, x)) };
  }
  const factor = aboveFloor(num(floor), wave(dialect, 'since / length'));
  if (dialect.kind === 'scalar') {
    return {
      body: [
        `since, length = t, ${first}`,
        'while since >= length:',
        `    since, length = since - length, length * ${stretch}`,
      ],
      factor,
    };
  }
  const waves = wavesWithin(total, first, stretch);
  const starts = perLength(
    `${first} * (${float(stretch)} ** np.arange(${waves}) - 1)`,
    stretch - 1,
  );
  return {
    setup: [`starts = ${dialect.table(starts)}`],
    body: [
      `wave = ${dialect.passed('starts')} - 1`,
      `length = ${first} * ${dialect.power(float(stretch), 'wave')}`,
      `since = t - ${perLength(`(length - ${first})`, stretch - 1)}`,
    ],
    factor,
  };
};

/** How many waves of lengths D, m·D, m²·D, … begin at or before an index. */
function wavesWithin(index: number, first: number, stretch: number): number {
  let waves = 0;
  for (let start = 0, length = first; start <= index; length *= stretch, waves++) start += length;
  return waves;
}

export const warmupStableDecayRule: RuleOf<typeof warmupStableDecay> = (
  values,
  { dialect, total },
) => {
  const { rise, fallFrom, fall } = partsOf(values, total);
  const { where, sqrt, min, max } = dialect;
  const falling = {
    linear: '1 - x',
    'one-minus-sqrt': `1 - ${sqrt('x')}`,
    cosine: wave(dialect, 'x'),
  }[values.shape];
  const ends = fallFrom < Infinity;
  const x = perLength(min(max(`t - ${fallFrom}`, '0'), `${fall}`), fall);
  const after = ends ? aboveFloor(num(values.floor), falling) : dialect.constant('1.0');
  return {
    body: ends ? [`x = ${x}`] : [],
    factor: rise > 0 ? where(`t < ${rise}`, perLength('(t + 1)', rise), after) : after,
  };
};

export const noamRule: RuleOf<typeof noam> = (values, { dialect, total }) => {
  const rise = lengthOf(values.warmup, total, TENTH);
  if (values.scale === 'peak') {
    const fall = dialect.sqrt(`${rise} / (t + 1)`);
    return { factor: dialect.min(perLength('(t + 1)', rise), fall) };
  }
  const shape = dialect.min(dialect.power('(t + 1)', '-0.5'), `(t + 1) * ${rise} ** -1.5`);
  return { factor: `${values.modelDim} ** -0.5 * ${shape}` };
};

export const inverseSqrtWarmupRule: RuleOf<typeof inverseSqrtWarmup> = (
  { warmup, initFactor },
  { dialect, total },
) => {
  const end = lengthOf(warmup, total, TENTH);
  const from = num(initFactor);
  const line = from === '0' ? perLength('t', end) : `${from} + (1 - ${from}) * t / ${end}`;
  const fall = dialect.sqrt(`${end} / ${dialect.max('t', `${end}`)}`);
  return { factor: dialect.where(`t < ${end}`, line, fall) };
};

export const cyclicRule: RuleOf<typeof cyclic> = (values, { dialect, total }) => {
  const up = lengthOf(values.up, total, TENTH);
  const down = values.down > 0 ? values.down : up;
  const round = up + down;
  const falling = perLength(`(${round} - at)`, down);
  const shrink = {
    triangular: '',
    triangular2: ` * ${dialect.power('0.5', `(t // ${round})`)}`,
    'exp-range': ` * ${dialect.power(float(values.shrink), 't')}`,
  }[values.mode];
  return {
    body: [
      `at = t % ${round}`,
      `triangle = ${dialect.where(`at <= ${up}`, perLength('at', up), falling)}`,
    ],
    factor: aboveFloor(num(values.baseFactor), `triangle${shrink}`),
  };
};

/** The order in which `chebyshev` takes the roots, as Python. */
const orders = {
  paired: (n: number) => `paired(${n})`,
  ascending: (n: number) => `range(1, ${n + 1})`,
  descending: (n: number) => `range(${n}, 0, -1)`,
} as const;

const paired = [
  'def paired(n):',
  '    """1 to n, each beside its opposite n + 1 - i, a middle one first."""',
  '    halves = paired(n // 2) if n > 1 else []',
  '    return [(n + 1) // 2] * (n % 2) + [i for a in halves for i in (a, n + 1 - a)]',
  '',
];

export const chebyshevRule: RuleOf<typeof chebyshev> = (values, { dialect, total }) => {
  const n = lengthOf(values.length, total);
  const inverse = `1 / ${num(values.condition)}`;
  return {
    setup: [
      ...(values.order === 'paired' ? paired : []),
      `cosines = [math.cos((2 * i - 1) * math.pi / ${2 * n}) for i in ${orders[values.order](n)}]`,
      `factors = [2 / ((1 + ${inverse}) + (1 - ${inverse}) * x) for x in cosines]`,
      ...(dialect.kind === 'scalar' ? [] : [`factors = ${dialect.table('factors')}`]),
    ],
    factor: dialect.at('factors', `t % ${n}`),
  };
};

/** ν(t + 1), the number of factors 2 in t + 1. */
const twos = {
  scalar: ['twos = ((t + 1) & -(t + 1)).bit_length() - 1'],
  array: ['twos = np.log2((t + 1) & -(t + 1))'],
  tensor: [
    'n = ops.cast(t, "int32") + 1',
    'twos = ops.log2(ops.cast(ops.bitwise_and(n, -n), "float32"))',
  ],
} as const;

export const silverRule: RuleOf<typeof silver> = (_values, { dialect }) => ({
  body: twos[dialect.kind],
  factor: `1 + ${dialect.power('(1 + math.sqrt(2))', '(twos - 1)')}`,
});
