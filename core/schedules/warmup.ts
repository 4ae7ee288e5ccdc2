import { defaultParams } from '../params.ts';
import { cosine } from './cosine.ts';
import { defineSchedule } from './schedule.ts';
import { factorParam, lengthOf, lengthParam, TENTH, tenthOfRun } from './shared-params.ts';

/**
 * Warm-up before any schedule: a straight line up to the first rate of the inner one, reached by the last
 * of the W warm-up updates, then the inner schedule with its own clock from 0:
 *
 *   η_t = η'_0·(s + (1 − s)(t + 1)/W)   for t < W        η_t = η'_{t−W}   from W on
 *
 * The inner schedule is built for what is left of the run. Because the line aims at the inner schedule's
 * first rate there is no jump where it takes over. (PyTorch's LinearLR starts at s itself and reaches the
 * full rate one update later; `sequential` builds that form.)
 */
export const warmup = defineSchedule({
  id: 'warmup',
  family: 'composed',
  name: { zh: '预热 + 任意', en: 'warm-up, then any' },
  formula: [
    "\\eta_t = \\eta'_0\\bigl(s + (1-s)\\,\\tfrac{t+1}{W}\\bigr),\\quad t < W",
    "\\eta_t = \\eta'_{t-W},\\quad t \\ge W",
  ],
  summary: {
    zh: '先用小步热身，再接上任意一种计划；开头几步最容易失稳时用它。',
    en: 'Small steps first, then any schedule: for runs whose first steps are the unstable ones.',
  },
  reference: {
    authors: 'Goyal, Dollár, Girshick, Noordhuis, Wesolowski, Kyrola, Tulloch, Jia, He',
    title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
    year: 2017,
    url: 'https://arxiv.org/abs/1706.02677',
  },
  params: {
    warmup: lengthParam(
      'W',
      { zh: '预热长度', en: 'warm-up' },
      { zh: '上升的时间', en: 'Time of the rise' },
      tenthOfRun,
    ),
    startFactor: factorParam(
      's',
      { zh: '起点', en: 'start' },
      {
        zh: '这条上升直线在第一次更新之前的高度，与目标学习率之比。',
        en: 'Height of the rising line just before the first update, as a fraction of its goal.',
      },
      0,
    ),
    inner: {
      kind: 'schedules',
      label: { zh: '之后的计划', en: 'then' },
      help: { zh: '预热结束后接上的计划。', en: 'The schedule that follows the warm-up.' },
      default: [{ id: 'cosine', params: defaultParams(cosine.params) }],
      length: { min: 1, max: 1 },
    },
  },
  arithmetic({ warmup: given, inner: [after] }, total, t) {
    const rise = lengthOf(given, total, TENTH);
    const choice = after!;
    const rest = Math.max(1, total - rise);
    const numbers = { warmup: rise };
    if (t < rise) {
      const symbol = { letter: "\\eta'", index: '0' };
      const goal = { name: 'goal', symbol, choice, total: rest, t: 0 };
      const formula = 'goal*(startFactor + (1 - startFactor)*(t + 1)/warmup)';
      return { formula, numbers, inner: [goal] };
    }
    const symbol = { letter: "\\eta'", index: 't-W' };
    const then = { name: 'after', symbol, choice, total: rest, t: t - rise, clock: 't - warmup' };
    return { formula: 'after', numbers, inner: [then] };
  },
  create({ warmup: given, startFactor, inner }, { lr, total, create }) {
    const rise = lengthOf(given, total, TENTH);
    const after = create(inner[0]!, lr, Math.max(1, total - rise));
    const goal = after.lr(0);
    const rate = (t: number): number =>
      t < rise ? goal * (startFactor + ((1 - startFactor) * (t + 1)) / rise) : after.lr(t - rise);
    if (!after.momentum) return { lr: rate };
    return { lr: rate, momentum: (t) => after.momentum!(Math.max(0, t - rise)) };
  },
});
