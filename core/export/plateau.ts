import type { ParamValues, Values } from '../params.ts';
import { buildAdaptiveSchedule } from '../schedules/build.ts';
import type { plateauParams } from '../schedules/plateau-params.ts';
import type { Text } from '../text.ts';
import type { CodeRequest, Say } from './code-request.ts';
import { define, float, indent, num, runLengths, zeroTolerance } from './python.ts';

export type PlateauValues = ParamValues<typeof plateauParams>;

export function plateauValues({ schedule }: CodeRequest): PlateauValues {
  return schedule.params as Values as PlateauValues;
}

/** What the schedule is shown after every epoch. */
export function metricIs({ metric }: CodeRequest): Text {
  return {
    'epoch-mean': { zh: '这一轮各次更新的平均损失', en: 'the mean loss of the epoch’s updates' },
    'train-loss': { zh: '全部训练数据上的损失', en: 'the loss on all training data' },
    'test-loss': { zh: '留出数据上的损失', en: 'the loss on held-out data' },
  }[metric];
}

/** Rates in force before each evaluation, while the metric stands still at 1: until the first cut has been seen. */
export function standstillRates({ schedule, lr }: CodeRequest): number[] {
  const built = buildAdaptiveSchedule(schedule, lr, 0);
  const state = built.init();
  const { patience, averaged } = schedule.params as Values as PlateauValues;
  return Array.from({ length: Math.min(200, (patience + 2) * averaged + 2) }, () => {
    const rate = built.lr(state);
    built.observe(state, 1);
    return rate;
  });
}

export const standsStill: Text = {
  zh: '# 指标停在 1 不动时的学习率，以 Downhill 的计算为准：',
  en: '# The rates while the metric stands still at 1, as Downhill computes them:',
};

/** Asserts the rates, `rate` being the one in force and `evaluate` the line that shows the metric. */
export function standstillCheck(
  request: CodeRequest,
  say: Say,
  rate: string,
  evaluate: readonly string[],
): string[] {
  const tolerance = `rel_tol=1e-9, abs_tol=${zeroTolerance(request.lr)}`;
  return [
    say(standsStill),
    `for expected in ${runLengths(standstillRates(request))}:`,
    ...indent([`assert math.isclose(${rate}, expected, ${tolerance})`, ...evaluate]),
  ];
}

/** The rule as a small class, for where the library has none that cuts at the same evaluations. */
export function plateauClass(request: CodeRequest): string[] {
  const values = plateauValues(request);
  const averaged = values.dialect === 'optax' && values.averaged > 1;
  const best = values.mode === 'min' ? 'math.inf' : '-math.inf';
  const init = [
    `self.lr, self.best, self.bad, self.rest = ${float(request.lr)}, ${best}, 0, 0`,
    ...(averaged ? ['self.seen = []'] : []),
  ];
  return [
    'class Plateau:',
    ...indent(define('__init__(self)', init)),
    '',
    ...indent(
      define('observe(self, metric)', [...(averaged ? mean(values) : []), ...judge(request)]),
    ),
  ];
}

function mean({ averaged }: PlateauValues): string[] {
  return [
    'self.seen.append(metric)',
    `if len(self.seen) < ${averaged}:`,
    '    return self.lr',
    'metric, self.seen = sum(self.seen) / len(self.seen), []',
  ];
}

function judge(request: CodeRequest): string[] {
  const values = plateauValues(request);
  const { dialect, mode, factor, patience, cooldown, eps } = values;
  const enough = dialect === 'pytorch' ? `self.bad > ${patience}` : `self.bad >= ${patience}`;
  const floor = float(values.floor * request.lr);
  const cut = `max(self.lr * ${num(factor)}, ${floor})`;
  const improved = `metric ${mode === 'min' ? '<' : '>'} ${goal(values)}`;
  const early = dialect === 'keras' ? ['self.rest = max(0, self.rest - 1)'] : [];
  const late = dialect === 'keras' ? [] : ['self.rest = max(0, self.rest - 1)'];
  const lower =
    dialect === 'pytorch'
      ? [`lower = ${cut}`, `if self.lr - lower > ${float(eps)}:`, '    self.lr = lower']
      : [`self.lr = ${cut}`];
  const may = dialect === 'keras' ? ` and self.lr > ${floor}` : '';
  return [
    ...early,
    'resting = self.rest > 0',
    ...late,
    `if ${improved}:`,
    '    self.best, self.bad = metric, 0',
    'elif resting:',
    '    self.bad = 0',
    'else:',
    '    self.bad += 1',
    `    if ${enough}${may}:`,
    ...indent([...lower, `self.bad, self.rest = 0, ${cooldown}`], 2),
    'return self.lr',
  ];
}

/** What a metric is measured against. */
function goal({
  dialect,
  mode,
  threshold,
  thresholdMode,
  absoluteThreshold,
}: PlateauValues): string {
  const e = num(threshold);
  if (dialect === 'optax') return `(1 - ${e}) * self.best - ${num(absoluteThreshold)}`;
  const sign = mode === 'min' ? '-' : '+';
  const relative = dialect === 'pytorch' && thresholdMode === 'rel';
  return relative ? `self.best * (1 ${sign} ${e})` : `self.best ${sign} ${e}`;
}

/** Class, how to use it, and the check: all that plain Python needs. */
export function plateauLoop(request: CodeRequest, say: Say): string[] {
  const use = say({
    zh: '# 每轮结束后：lr = plateau.observe(指标)，指标是',
    en: '# After every epoch: lr = plateau.observe(metric), the metric being ',
  });
  return [
    ...plateauClass(request),
    '',
    `${use}${say(metricIs(request))}${say({ zh: '。', en: '.' })}`,
    'plateau = Plateau()',
    '',
    ...standstillCheck(request, say, 'plateau.lr', ['plateau.observe(1.0)']),
  ];
}
