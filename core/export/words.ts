import type { ScheduleUnit } from '../experiment/config.ts';
import { runSchedules, type RunScheduleId } from '../schedules/index.ts';
import type { Text } from '../text.ts';
import { countsPlainly, type CodeRequest, type Say } from './code-request.ts';
import { float } from './python.ts';

/** Comments of the snippets, where several targets share them. */

/** First lines: which schedule this is and, of a fork, from where on the run has it. */
export function title({ schedule, lr, forkStep }: CodeRequest, say: Say): string {
  const { name } = runSchedules[schedule.id as RunScheduleId];
  const which = say({
    zh: `# 学习率计划：${name.zh}，η₀ = ${float(lr)}`,
    en: `# Learning-rate schedule: ${name.en}, η₀ = ${float(lr)}`,
  });
  if (forkStep === 0) return which;
  const from = say({
    zh: `# 从第 ${forkStep} 步起才适用：在那之前，学习率是分叉所离开的那个运行的。`,
    en: `# Valid from step ${forkStep} on: before it the rates are those of the run that the fork leaves.`,
  });
  return `${which}\n${from}`;
}

export function firstRatesAre({ forkStep }: CodeRequest): Text {
  return forkStep === 0
    ? {
        zh: '# 开头几个学习率，以 Downhill 的计算为准：',
        en: '# The first rates, as Downhill computes them:',
      }
    : {
        zh: `# 第 ${forkStep} 步起的几个学习率，以 Downhill 的计算为准：`,
        en: `# The first rates from step ${forkStep} on, as Downhill computes them:`,
      };
}

export function ratesAre({ forkStep }: CodeRequest): Text {
  return forkStep === 0
    ? {
        zh: '# 开头、中间和最后的学习率，以 Downhill 的计算为准：',
        en: '# Rates at the start, half-way and at the end, as Downhill computes them:',
      }
    : {
        zh: `# 从第 ${forkStep} 步起，开头、中间和最后的学习率，以 Downhill 的计算为准：`,
        en: `# Rates from step ${forkStep} on, at its start, half-way and at the end, as Downhill computes them:`,
      };
}

export const momentumStays: Text = {
  zh: '# 这种计划本来还让动量反向变化；这里只动学习率。',
  en: '# This schedule also moves momentum; this code moves the rate only.',
};

/** What the argument of the rule counts. */
export function counts({ unit }: CodeRequest): Text {
  return unit === 'epoch'
    ? { zh: '已完成的轮数，从 0 数起', en: 'epochs completed, from 0' }
    : { zh: '已做的更新次数，从 0 数起', en: 'updates made, from 0' };
}

/** Name of the argument that counts ticks; `t` where the index is the tick itself. */
export function tickName(request: CodeRequest): string {
  if (countsPlainly(request)) return 't';
  return request.unit === 'epoch' ? 'epoch' : 'step';
}

/** The line that turns ticks into the index t, if they are not the same. */
export function indexLines(
  request: CodeRequest,
  say: Say,
  tick: string,
  atLeastZero: (index: string) => string,
): string[] {
  if (countsPlainly(request)) return [];
  const { unit, batchSize, start } = request;
  const plain = unit === 'sample' && batchSize !== 1 ? `${batchSize} * ${tick}` : tick;
  if (start === 0) return [`t = ${plain}  # ${say(samplesSeen)}`];
  const shifted = `${plain} ${start < 0 ? '-' : '+'} ${Math.abs(start)}`;
  const index = start < 0 ? atLeastZero(shifted) : shifted;
  return [`t = ${index}  # ${say(start < 0 ? beginsLater(-start, unit) : goesOn(start, unit))}`];
}

const samplesSeen: Text = { zh: '已见过的样本数', en: 'samples seen' };
const beginsLater = (after: number, unit: ScheduleUnit): Text => ({
  zh: `${countOf(after, unit).zh}之后计划才开始`,
  en: `the schedule begins after ${countOf(after, unit).en}`,
});
const goesOn = (start: number, unit: ScheduleUnit): Text => ({
  zh: `计划从 t = ${start} 接着走，相当于已过${countOf(start, unit).zh}`,
  en: `the schedule goes on from t = ${start}, as if ${countOf(start, unit).en} were behind it`,
});

function countOf(n: number, unit: ScheduleUnit): Text {
  const plural = n === 1 ? '' : 's';
  return {
    step: { zh: ` ${n} 次更新`, en: `${n} update${plural}` },
    epoch: { zh: ` ${n} 轮`, en: `${n} epoch${plural}` },
    sample: { zh: ` ${n} 个样本`, en: `${n} sample${plural}` },
  }[unit];
}
