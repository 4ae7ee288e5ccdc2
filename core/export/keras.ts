import { isAdaptive } from '../schedules/index.ts';
import {
  checkedTicks,
  countsPlainly,
  ticksOf,
  type CodeRequest,
  type CodeTarget,
  type Say,
} from './code-request.ts';
import { scalar, tensor } from './dialect.ts';
import { kerasPlateau } from './keras-plateau.ts';
import { kerasScheduleOf, type KerasSchedule } from './keras-schedules.ts';
import { assignList, define, digits, float, indent, zeroTolerance } from './python.ts';
import { timesRate } from './rule.ts';
import { ruleOf } from './rules/index.ts';
import { snippet } from './snippet.ts';
import { counts, indexLines, momentumStays, ratesAre, tickName, title } from './words.ts';

/**
 * A schedule object of Keras, its own where it has one, else a subclass with the closed rule. These count
 * optimizer steps, so a schedule that counts epochs becomes a LearningRateScheduler callback where no
 * staircase does the same.
 */
export const keras: CodeTarget = {
  id: 'keras',
  name: 'Keras',
  write(request, say) {
    if (isAdaptive(request.schedule.id)) return kerasPlateau(request, say);
    if (request.schedule.id === 'constant') return constant(request, say);
    const own = ownSchedule(request);
    if (own) {
      return snippet([
        [title(request, say), 'import keras'],
        made(own),
        usage(request, say),
        stepCheck(request, say),
      ]);
    }
    return request.unit === 'epoch' ? callback(request, say) : subclass(request, say);
  },
};

function constant(request: CodeRequest, say: Say): string {
  const lr = float(request.lr);
  return snippet([
    [title(request, say), 'import keras'],
    [
      say({
        zh: '# 学习率不变，不需要计划。',
        en: '# A constant rate needs no schedule.',
      }),
      `optimizer = keras.optimizers.SGD(learning_rate=${lr})`,
      `assert math.isclose(float(optimizer.learning_rate), ${lr}, rel_tol=1e-6)`,
    ],
  ]);
}

function ownSchedule(request: CodeRequest): KerasSchedule | null {
  const { schedule, lr, unit, stepsPerEpoch } = request;
  if (!countsPlainly(request)) return null;
  const steps = unit === 'epoch' ? stepsPerEpoch : 1;
  return kerasScheduleOf(schedule, { lr, total: ticksOf(request).total, steps });
}

function made({ name, args }: KerasSchedule): string[] {
  const head = `schedule = keras.optimizers.schedules.${name}(`;
  const short = `${head}${args.join(', ')})`;
  return short.length <= 92 ? [short] : [head, ...indent(args.map((arg) => `${arg},`)), ')'];
}

function usage(request: CodeRequest, say: Say): string[] {
  const { unit, stepsPerEpoch } = request;
  const epoch = unit === 'epoch';
  return [
    epoch
      ? say({
          zh: `# Keras 数的是优化器更新次数，不是轮数；这里每轮 ${stepsPerEpoch} 次更新。`,
          en: `# Keras counts optimizer steps, not epochs; here an epoch has ${stepsPerEpoch} of them.`,
        })
      : say({
          zh: '# Keras 数的是优化器更新次数，不是轮数。',
          en: '# Keras counts optimizer steps, not epochs.',
        }),
    ...(ticksOf(request).cyclesMomentum ? [say(momentumStays)] : []),
    'optimizer = keras.optimizers.SGD(learning_rate=schedule)',
  ];
}

/** Checks a schedule object at steps; Keras computes in single precision. */
function stepCheck(request: CodeRequest, say: Say): string[] {
  const ticks = ticksOf(request);
  const perTick = request.unit === 'epoch' ? request.stepsPerEpoch : 1;
  const checked = checkedTicks(ticks);
  return [
    say(ratesAre(request)),
    ...assignList(
      'steps',
      checked.map((n) => `${n * perTick}`),
    ),
    ...assignList(
      'expected',
      checked.map((n) => digits(ticks.rate(n))),
    ),
    'for step, rate in zip(steps, expected):',
    ...indent([
      say({ zh: '# Keras 以单精度计算。', en: '# Keras computes in single precision.' }),
      `assert math.isclose(float(schedule(step)), rate, rel_tol=1e-4, abs_tol=${zeroTolerance(request.lr * 1e6)})`,
    ]),
  ];
}

function subclass(request: CodeRequest, say: Say): string {
  const rule = ruleOf(request.schedule, tensor, ticksOf(request).total);
  const plain = countsPlainly(request);
  const index = plain
    ? ['t = ops.cast(step, "float32")']
    : [
        'step = ops.cast(step, "float32")',
        ...indexLines(request, say, 'step', (t) => `ops.maximum(${t}, 0)`),
      ];
  const call = define('__call__(self, step)', [
    ...index,
    ...(rule.body ?? []),
    `return ${timesRate(float(request.lr), rule.factor)}`,
  ]);
  const config = define('get_config(self)', ['return {}']);
  const setup = rule.setup ?? [];
  const usesNumpy = setup.some((line) => line.includes('np.'));
  return snippet([
    [
      title(request, say),
      'import keras',
      ...(usesNumpy ? ['import numpy as np'] : []),
      'from keras import ops',
    ],
    setup,
    [
      'class Schedule(keras.optimizers.schedules.LearningRateSchedule):',
      ...indent([...call, '', ...config]),
    ],
    ['schedule = Schedule()', ...usage(request, say)],
    stepCheck(request, say),
  ]);
}

/** A plain function of the epoch for the callback that asks at the beginning of each. */
function callback(request: CodeRequest, say: Say): string {
  const ticks = ticksOf(request);
  const rule = ruleOf(request.schedule, scalar, ticks.total);
  const tick = tickName(request);
  const checked = checkedTicks(ticks);
  const tolerance = `rel_tol=1e-9, abs_tol=${zeroTolerance(request.lr)}`;
  return snippet([
    [title(request, say), 'import keras'],
    rule.setup ?? [],
    define(`rate(${tick})`, [
      `"""${tick}: ${say(counts(request))}"""`,
      ...indexLines(request, say, tick, (t) => `max(0, ${t})`),
      ...(rule.body ?? []),
      `return ${timesRate(float(request.lr), rule.factor)}`,
    ]),
    [
      say({
        zh: '# 每轮开始时调用：model.fit(…, callbacks=[scheduler])',
        en: '# Asked at the beginning of every epoch: model.fit(…, callbacks=[scheduler])',
      }),
      ...(ticksOf(request).cyclesMomentum ? [say(momentumStays)] : []),
      'scheduler = keras.callbacks.LearningRateScheduler(rate)',
    ],
    [
      say(ratesAre(request)),
      ...assignList('epochs', checked.map(String)),
      ...assignList(
        'expected',
        checked.map((n) => digits(ticks.rate(n))),
      ),
      'for epoch, expected_rate in zip(epochs, expected):',
      ...indent([`assert math.isclose(rate(epoch), expected_rate, ${tolerance})`]),
    ],
  ]);
}
