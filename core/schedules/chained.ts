import { defaultParams } from '../params.ts';
import { cosineWarmRestarts } from './cosine-warm-restarts.ts';
import { linear } from './linear.ts';
import { defineSchedule } from './schedule.ts';

/**
 * Chained: several schedules at once, on one clock; their factors multiply: η_t = η₀·∏_k (η^(k)_t / η₀).
 *
 * Variant: PyTorch's ChainedScheduler, whose schedules each multiply the rate in force. Where several cycle
 * momentum, the last one listed does.
 */
export const chained = defineSchedule({
  id: 'chained',
  family: 'composed',
  name: { zh: '叠乘', en: 'chained' },
  formula: ['\\eta_t = \\eta_0 \\prod_k \\dfrac{\\eta^{(k)}_t}{\\eta_0}'],
  summary: {
    zh: '几种计划同时作用，倍率相乘：比如一边重启，一边整体往下压。',
    en: 'Several schedules act at once and their factors multiply: restarts under a falling line, for instance.',
  },
  reference: {
    authors: 'PyTorch authors',
    title: 'torch.optim.lr_scheduler.ChainedScheduler',
    year: 2020,
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html',
  },
  params: {
    schedules: {
      kind: 'schedules',
      label: { zh: '相乘的计划', en: 'schedules' },
      help: { zh: '同时作用的计划。', en: 'The schedules that act at once.' },
      default: [
        { id: 'cosine-warm-restarts', params: defaultParams(cosineWarmRestarts.params) },
        { id: 'linear', params: defaultParams(linear.params) },
      ],
      length: { min: 1, max: 10 },
    },
  },
  arithmetic({ schedules }, total, t) {
    const inner = schedules.map((choice, k) => ({
      name: `part${k + 1}`,
      symbol: { letter: `\\eta^{(${k + 1})}`, index: 't' },
      choice,
      total,
      t,
    }));
    const factors = inner.map(({ name }) => `(${name}/eta0)`);
    return { formula: ['eta0', ...factors].join('*'), inner };
  },
  create({ schedules }, { lr, total, create }) {
    const parts = schedules.map((choice) => create(choice, 1, total));
    const rate = (t: number): number => {
      let product = lr;
      for (const part of parts) product *= part.lr(t);
      return product;
    };
    const cycling = parts.findLast(({ momentum }) => momentum);
    return cycling ? { lr: rate, momentum: (t) => cycling.momentum!(t) } : { lr: rate };
  },
});
