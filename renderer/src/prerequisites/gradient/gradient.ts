import { quadratic } from '../../../../core/objectives/quadratic.ts';
import { symmetricEigen } from '../../../../core/math/symmetric-eigen.ts';
import { norm } from '../../../../core/math/vector.ts';
import { angleBetween } from '../angle.ts';
import { definePrerequisite } from '../prerequisite.ts';
import { toned } from '../toned.ts';

/** Along the valley, and across it. */
const CURVATURES = [0.5, 5] as const;
/** The valley leads two to the right and one up, so that its axes meet positions of the handle. */
const ANGLE = (Math.atan2(1, 2) * 180) / Math.PI;
export const valley = quadratic.create({ eigenvalues: CURVATURES, angle: ANGLE, seed: 0 });

/** The arrow is a step with this rate. */
export const RATE = 0.15;

const STRAIGHT_DEGREES = 1;
/** Nearer to the minimum there is no direction to speak of. */
const AWAY = 0.3;

function read([theta1, theta2]: readonly number[]) {
  const point = Float64Array.of(theta1!, theta2!);
  const grad = new Float64Array(2);
  const value = valley.valueAndGrad(point, grad);
  const [g1, g2] = [grad[0]!, grad[1]!];
  const [steepest, distance] = [norm(grad), norm(point)];
  /** Rise per unit of way towards the minimum, which is the origin. */
  const towards = distance > 0 ? -(g1 * theta1! + g2 * theta2!) / distance : 0;
  const angle = angleBetween([-g1, -g2], [-theta1!, -theta2!]);
  const place = { theta1: theta1!, theta2: theta2!, value };
  return {
    numbers: { ...place, g1, g2, steepest, downhill: -steepest, towards, angle },
    met: distance >= AWAY && angle <= STRAIGHT_DEGREES,
  };
}

const axis = { min: -1.4, max: 1.4, step: 0.05, large: 0.25 };

/** The level line at a height, as a closed curve around the minimum; shape (points, 2). */
function levelLine(level: number): readonly (readonly [number, number])[] {
  const hessian = new Float64Array(4);
  valley.hessian(new Float64Array(2), hessian);
  const { values, axes } = symmetricEigen(hessian, 2);
  return Array.from({ length: 61 }, (_, i) => {
    const turn = (2 * Math.PI * i) / 60;
    const a = Math.sqrt((2 * level) / values[0]!) * Math.cos(turn);
    const b = Math.sqrt((2 * level) / values[1]!) * Math.sin(turn);
    return [a * axes[0]! + b * axes[2]!, a * axes[1]! + b * axes[3]!] as const;
  });
}

export const gradient = definePrerequisite({
  name: { zh: '梯度', en: 'Gradient' },
  question: {
    zh: '在山坡上，哪个方向下得最快？',
    en: 'Which way is straight downhill?',
  },
  says: {
    zh: `有两个参数时，每个参数各有一个坡度，叫偏导数；把它们排成向量，就是梯度 $\\nabla f$。它指向上升最快的方向，长度就是那个方向的坡度，所以最陡的下坡是 $${toned(1, '-\\nabla f')}$。它总与等高线垂直：沿着等高线走，高度不变。可它看不见谷底在哪里：在狭长的谷里，最陡的方向多半指向对面的坡，而不是谷底。`,
    en: `With two parameters there is a slope for each, a partial derivative; together, as a vector, they are the gradient $\\nabla f$. It points where the function rises fastest, and its length is the slope that way, so straight downhill is $${toned(1, '-\\nabla f')}$. It stands at a right angle to the level line, along which the height does not change. But it does not see the minimum: in a narrow valley, straight downhill mostly points at the opposite slope.`,
  },
  formula: `${toned(1, '-\\nabla f')} = -\\begin{pmatrix} \\partial f/\\partial\\theta_1 \\\\ \\partial f/\\partial\\theta_2 \\end{pmatrix} = -\\begin{pmatrix} {{g1}} \\\\ {{g2}} \\end{pmatrix}, \\quad \\lVert\\nabla f\\rVert = {{steepest}}`,
  rows: [
    {
      symbol: 'f(\\theta)',
      label: { zh: '所在的高度', en: 'height of the point' },
      number: 'value',
    },
    {
      symbol: '-\\lVert\\nabla f\\rVert',
      label: { zh: '沿最陡的下坡，每单位路程升高', en: 'rise per unit, straight downhill' },
      number: 'downhill',
      tone: 1,
    },
    {
      symbol: '\\nabla f \\cdot d',
      label: { zh: '朝着谷底，每单位路程升高', en: 'rise per unit, towards the minimum' },
      number: 'towards',
      tone: 2,
    },
    {
      symbol: '\\varphi',
      label: { zh: '两个方向的夹角（度）', en: 'angle between the two, degrees' },
      number: 'angle',
    },
  ],
  goal: {
    zh: '离开谷底，找一个地方：从那里一直往最陡的下坡走，正好通向谷底。',
    en: 'Away from the minimum, find a place from which straight downhill leads right to it.',
  },
  reached: {
    zh: '到了：夹角只有 {{angle}} 度。这样的地方只在两条直线上，就是山谷的两根轴。',
    en: 'There: the angle is {{angle}} degrees. Such places lie on two lines only, the axes of the valley.',
  },
  handle: { zh: '山坡上的点', en: 'Point on the slope' },
  spoken: {
    zh: 'θ₁ 为 {{theta1}}，θ₂ 为 {{theta2}}；坡度 {{steepest}}，与谷底方向的夹角 {{angle}} 度',
    en: 'θ₁ is {{theta1}}, θ₂ is {{theta2}}; slope {{steepest}}, {{angle}} degrees off the minimum',
  },
  used: {
    zh: '梯度下降就是反复沿 $-\\nabla f$ 走一步；为什么它在窄谷里左右摇摆，第四课说得清楚。',
    en: 'Gradient descent is one step along $-\\nabla f$ after another; why it swings in a narrow valley is the fourth lesson.',
  },
  lessons: [1, 4],
  own: ['gradient'],
  terms: ['gradientDescent', 'conditionNumber'],
  labels: {
    downhill: { zh: '最陡的下坡', en: 'straight downhill' },
    minimum: { zh: '朝谷底', en: 'to the minimum' },
  },
  axes: [
    { ...axis, start: 1.2 },
    { ...axis, start: 0 },
  ],
  read,
  tiny([theta1, theta2]) {
    const { g1, g2 } = read([theta1!, theta2!]).numbers;
    const tip = [theta1! - RATE * g1, theta2! - RATE * g2] as const;
    const levels = [0.02, 0.1, 0.3, 0.7, 1.3];
    return {
      // A card is wider than high: one scale in both directions.
      x: [-2.6, 2.6],
      y: [-1.4, 1.4],
      lines: [
        ...levels.map((level) => ({ points: levelLine(level), tone: null })),
        { points: [[theta1!, theta2!] as const, tip], tone: 1 as const },
        { points: [[theta1!, theta2!] as const, [0, 0] as const], tone: 2 as const, dashed: true },
      ],
      point: [theta1!, theta2!],
    };
  },
});
