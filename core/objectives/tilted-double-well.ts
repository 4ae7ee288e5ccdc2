import { defineObjective } from './objective.ts';

/**
 * Two wells of unequal depth: the start decides which one is found, a larger rate may jump across.
 *
 *   f(x) = (x² − 1)²/4 + c x,  f′ = x³ − x + c,  f″ = 3x² − 1
 *
 * For 0 < c < 2/(3√3) = 0.3849 there are two minima and the left one is lower. At c = 0.1 they lie at
 * −1.0467 (f = −0.1024, curvature 2.287) and 0.9456 (f = 0.0974, curvature 1.683).
 */
export const tiltedDoubleWell = defineObjective({
  id: 'tilted-double-well',
  name: { zh: '倾斜双井', en: 'tilted double well' },
  formula: ['f(x) = \\tfrac14\\left(x^2 - 1\\right)^2 + c\\,x'],
  summary: {
    zh: '两口深浅不同的井：先大后小的学习率或噪声，能从浅井走到深井。',
    en: 'A deep and a shallow well: a rate that starts large, or noise, can cross to the deep one.',
  },
  params: {
    tilt: {
      kind: 'number',
      symbol: 'c',
      label: { zh: '倾斜 c', en: 'tilt c' },
      help: {
        zh: '越大，两口井的深度差得越多；超过 0.385 只剩一口。',
        en: 'The larger, the more the depths differ; beyond 0.385 only one well is left.',
      },
      default: 0.1,
      offered: { min: 0, max: 0.5, scale: 'linear' },
      valid: { min: -1e3, max: 1e3 },
    },
  },
  create: ({ tilt }) => ({
    dim: 1,
    start: [1.6],
    domain: [around(tilt)],
    minima: lowest(tilt),
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const well = x * x - 1;
      grad[0] = x * well + tilt;
      return 0.25 * well * well + tilt * x;
    },
    hessian(point, out) {
      out[0] = 3 * point[0]! * point[0]! - 1;
    },
  }),
});

function around(tilt: number): [number, number] {
  const reach = Math.max(2, 1 - deepest(Math.abs(tilt)));
  return [-reach, reach];
}

function lowest(tilt: number): number[][] {
  if (tilt === 0) return [[-1], [1]];
  const depth = deepest(Math.abs(tilt));
  return [[tilt > 0 ? depth : -depth]];
}

/** The lowest root of x³ − x + c for c ≥ 0, by Newton's method: from the left it only ever rises. */
function deepest(c: number): number {
  let x = -1 - c;
  for (;;) {
    const next = x - (x * (x * x - 1) + c) / (3 * x * x - 1);
    if (!(next > x)) return x;
    x = next;
  }
}
