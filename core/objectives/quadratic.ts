import { randomRotation } from '../math/rotation.ts';
import { defineObjective } from './objective.ts';

/**
 * A quadratic of any dimension with the curvatures of your choice, turned as you like.
 *
 *   f(x) = ½ Σ λᵢ (uᵢ · x)²,  ∇f = Σ λᵢ (uᵢ · x) uᵢ,  ∇²f = Σ λᵢ uᵢ uᵢᵀ
 *
 * u₁ … u_d is an orthonormal basis: the coordinate axes, or a random rotation of them (`seed` ≠ 0), with
 * u₁ and u₂ turned by `angle` in their plane. Gradient descent does not notice the rotation; methods
 * that scale each coordinate by itself do.
 */
export const quadratic = defineObjective({
  id: 'quadratic',
  name: { zh: 'd 维二次函数', en: 'quadratic in d dimensions' },
  formula: ['f(x) = \\tfrac12 \\sum_{i=1}^{d} \\lambda_i \\left(u_i^\\top x\\right)^2'],
  summary: {
    zh: '曲率和方向都由你定：最大的曲率限制学习率，最小的曲率决定要走多久。',
    en: 'Curvatures and directions of your choice: the largest caps the rate, the smallest sets the time.',
  },
  params: {
    eigenvalues: {
      kind: 'numbers',
      symbol: '\\lambda_i',
      label: { zh: '各方向曲率 λᵢ', en: 'curvatures λᵢ' },
      help: {
        zh: '有几个就是几维；负的曲率是脊，0 是平的方向。',
        en: 'As many as dimensions; a negative curvature is a ridge, 0 a flat direction.',
      },
      default: [1, 10],
      valid: { min: -1e9, max: 1e9 },
      length: { min: 1, max: 64 },
    },
    angle: {
      kind: 'number',
      symbol: '\\alpha',
      label: { zh: '转角度数 α', en: 'angle in degrees α' },
      help: {
        zh: '把前两个方向转开坐标轴；45° 时逐坐标缩放最吃亏。',
        en: 'Turns the first two directions off the axes; at 45° scaling by coordinate is worst off.',
      },
      default: 0,
      offered: { min: -90, max: 90, scale: 'linear' },
      valid: { min: -360, max: 360 },
    },
    seed: {
      kind: 'number',
      symbol: 's',
      label: { zh: '随机旋转的种子', en: 'seed of the random rotation' },
      help: {
        zh: '0 不旋转；换一个种子就换一组方向，曲率不变。',
        en: '0 turns nothing; another seed gives other directions with the same curvatures.',
      },
      default: 0,
      offered: { min: 0, max: 100, scale: 'linear' },
      valid: { min: 0, max: 2 ** 32 - 1, integer: true },
    },
  },
  create: ({ eigenvalues, angle, seed }) => {
    const dim = eigenvalues.length;
    const axes = basis(dim, angle, seed);
    const along = new Float64Array(dim);
    const origin = new Array<number>(dim).fill(0);
    return {
      dim,
      start: new Array<number>(dim).fill(1),
      domain: origin.map(() => [-1.5, 1.5] as const),
      minima: eigenvalues.some((value) => value < 0) ? [] : [origin],
      valueAndGrad(x, grad) {
        let twice = 0;
        for (let i = 0; i < dim; i++) {
          let sum = 0;
          for (let j = 0; j < dim; j++) sum += axes[i * dim + j]! * x[j]!;
          along[i] = eigenvalues[i]! * sum;
          twice += along[i]! * sum;
        }
        for (let j = 0; j < dim; j++) {
          let sum = 0;
          for (let i = 0; i < dim; i++) sum += axes[i * dim + j]! * along[i]!;
          grad[j] = sum;
        }
        return 0.5 * twice;
      },
      hessian(_x, out) {
        for (let j = 0; j < dim; j++) {
          for (let k = 0; k <= j; k++) {
            let sum = 0;
            for (let i = 0; i < dim; i++) {
              sum += eigenvalues[i]! * axes[i * dim + j]! * axes[i * dim + k]!;
            }
            out[j * dim + k] = out[k * dim + j] = sum;
          }
        }
      },
    };
  },
});

/** Orthonormal directions, row-major: row i is uᵢ. */
function basis(dim: number, degrees: number, seed: number): Float64Array {
  const axes = randomRotation(dim, seed);
  if (dim < 2 || degrees === 0) return axes;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  for (let j = 0; j < dim; j++) {
    const first = axes[j]!;
    const second = axes[dim + j]!;
    axes[j] = cos * first + sin * second;
    axes[dim + j] = cos * second - sin * first;
  }
  return axes;
}
