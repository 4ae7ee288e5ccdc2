import { ConfigError } from '../errors.ts';
import { defaultParams } from '../params.ts';
import { cosine } from './cosine.ts';
import { defineSchedule } from './schedule.ts';

/**
 * Sequential: one schedule after the other. Schedule k takes over at milestone k − 1 and counts from 0
 * there: η_t = η^(k)_{t − m_{k−1}} for m_{k−1} ≤ t < m_k. All have the same η₀; each is built for the length
 * of its own part.
 *
 * Variant: PyTorch's SequentialLR. Without milestones the run is shared out equally.
 */
export const sequential = defineSchedule({
  id: 'sequential',
  family: 'composed',
  name: { zh: '接续', en: 'sequential' },
  formula: ['\\eta_t = \\eta^{(k)}_{\\,t - m_{k-1}},\\quad m_{k-1} \\le t < m_k'],
  summary: {
    zh: '几种计划首尾相接，每一种都从自己的零点数起。',
    en: 'One schedule after the other, each counting from its own zero.',
  },
  reference: {
    authors: 'PyTorch authors',
    title: 'torch.optim.lr_scheduler.SequentialLR',
    year: 2021,
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html',
  },
  params: {
    schedules: {
      kind: 'schedules',
      label: { zh: '各段计划', en: 'schedules' },
      help: { zh: '依次使用的计划。', en: 'The schedules, in the order of their use.' },
      default: [
        { id: 'constant', params: {} },
        { id: 'cosine', params: defaultParams(cosine.params) },
      ],
      length: { min: 1, max: 10 },
    },
    milestones: {
      kind: 'numbers',
      symbol: 'm',
      label: { zh: '交接时刻', en: 'milestones' },
      help: {
        zh: '下一种计划接手的时刻，比计划少一个；留空表示平分运行。',
        en: 'When the next schedule takes over, one fewer than schedules; none shares out the run equally.',
      },
      default: [],
      valid: { min: 0, max: 1e9, integer: true },
      length: { min: 0, max: 9 },
      ascending: true,
    },
  },
  check({ schedules, milestones }, path) {
    const wanted = schedules.length - 1;
    if (milestones.length === 0 || milestones.length === wanted) return;
    throw new ConfigError(
      'wrong-length',
      `${path}.milestones`,
      `${milestones.length}`,
      `0, ${wanted}`,
    );
  },
  arithmetic({ schedules, milestones }, total, t) {
    const starts = sequentialStarts(schedules.length, milestones, total);
    const k = starts.findLastIndex((start) => start <= t);
    const begin = starts[k]!;
    const part = {
      name: 'part',
      symbol: { letter: `\\eta^{(${k + 1})}`, index: `\\,t-m_{${k}}` },
      choice: schedules[k]!,
      total: Math.max(1, (starts[k + 1] ?? total) - begin),
      t: t - begin,
      clock: 't - begin',
    };
    return { formula: 'part', numbers: { begin }, symbols: { begin: `m_{${k}}` }, inner: [part] };
  },
  create({ schedules, milestones }, { lr, total, create }) {
    const starts = sequentialStarts(schedules.length, milestones, total);
    const parts = schedules.map((choice, k) =>
      create(choice, lr, Math.max(1, (starts[k + 1] ?? total) - starts[k]!)),
    );
    const partAt = (t: number): number => {
      let k = parts.length - 1;
      while (starts[k]! > t) k--;
      return k;
    };
    const rate = (t: number): number => {
      const k = partAt(t);
      return parts[k]!.lr(t - starts[k]!);
    };
    if (!parts.some(({ momentum }) => momentum)) return { lr: rate };
    return {
      lr: rate,
      momentum(t) {
        const k = partAt(t);
        return parts[k]!.momentum?.(t - starts[k]!) ?? null;
      },
    };
  },
});

/** The index at which each of `count` schedules takes over, shape (count,). */
export function sequentialStarts(
  count: number,
  milestones: readonly number[],
  total: number,
): number[] {
  return Array.from({ length: count }, (_, k) =>
    k === 0 ? 0 : (milestones[k - 1] ?? Math.round((k * total) / count)),
  );
}
