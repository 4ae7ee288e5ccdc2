import { tiltedDoubleWell } from '../../../../core/objectives/tilted-double-well.ts';
import { definePrerequisite } from '../prerequisite.ts';
import { curvePoints } from '../tiny-picture.ts';
import { toned } from '../toned.ts';
import { centralDifference, forwardDifference } from './differences.ts';

const objective = tiltedDoubleWell.create({ tilt: 0.1 });
const grad = new Float64Array(1);

/** The curve of the figure. */
export function curve(x: number): number {
  return objective.valueAndGrad(Float64Array.of(x), grad);
}

/** Where its slope is looked for. */
export const AT = 0.3;
objective.valueAndGrad(Float64Array.of(AT), grad);
const slope = grad[0]!;

/** A ratio is as good as the slope where it differs by so small a share of it. */
const GOOD = 1e-7;
const DECADES = 16;

function read([exponent]: readonly number[]) {
  const h = 10 ** exponent!;
  const forward = forwardDifference(curve, AT, h);
  const central = centralDifference(curve, AT, h);
  const [forwardError, centralError] = [Math.abs(forward - slope), Math.abs(central - slope)];
  const met = forwardError < GOOD * Math.abs(slope);
  const magnified = 1 / h;
  return {
    numbers: { x: AT, h, forward, central, slope, forwardError, centralError, magnified },
    met,
  };
}

const axis = { min: -DECADES, max: 0, start: 0, step: 0.1, large: 1 };

/** Both errors at every h the handle can reach, as powers of ten; what is exact has none. */
export const errors = Array.from({ length: DECADES / axis.step + 1 }, (_, i) => {
  const exponent = axis.min + i * axis.step;
  const { forwardError, centralError } = read([exponent]).numbers;
  const power = (error: number): number => (error > 0 ? Math.log10(error) : NaN);
  return { exponent, forward: power(forwardError), central: power(centralError) };
});

const h = toned(0, 'h');

export const derivative = definePrerequisite({
  name: { zh: '导数', en: 'Derivative' },
  question: {
    zh: '一条弯的线，在一个点上有多陡？',
    en: 'How steep is a curve at a single point?',
  },
  says: {
    zh: `取相隔 $${h}$ 的两点，“升高除以距离”是割线的坡度；$${h}$ 越小，它越接近一个定值，那就是导数 $f'(x)$：放大了看，弯线与切线再也分不开。两边各取一点，一阶的偏差正好抵消，误差按 $${h}^2$ 变小，快得多。可是计算机只记十几位数字：$${h}$ 太小，两个函数值几乎位位相同，相减之后剩下的只是舍入。`,
    en: `Take two points $${h}$ apart: rise over run is the slope of the secant, and as $${h}$ shrinks it comes to one value, the derivative $f'(x)$; magnified, the curve can no longer be told from its tangent. With a point on either side the first-order errors cancel, and the error falls as $${h}^2$. But a computer keeps some sixteen digits: when $${h}$ is too small, the two values of $f$ agree in nearly all of them, and what their difference leaves is rounding.`,
  },
  formula: `${toned(0, '\\frac{f(x+h) - f(x)}{h} = {{forward}}')} \\;\\xrightarrow{\\;h \\to 0\\;}\\; f'(x) = {{slope}}`,
  rows: [
    {
      symbol: 'h',
      label: { zh: '两点的距离', en: 'distance of the points' },
      number: 'h',
    },
    {
      symbol: '\\dfrac{f(x+h) - f(x)}{h}',
      label: { zh: '单边差商', en: 'forward difference' },
      number: 'forward',
      digits: 9,
      tone: 0,
    },
    {
      symbol: '\\dfrac{f(x+h) - f(x-h)}{2h}',
      label: { zh: '中心差商', en: 'central difference' },
      number: 'central',
      digits: 9,
      tone: 1,
    },
    {
      symbol: "f'(x)",
      label: { zh: '求导得到的坡度', en: 'slope, by differentiation' },
      number: 'slope',
      digits: 9,
    },
  ],
  goal: {
    zh: '只用单边差商，让它与坡度的前七位数字一致。',
    en: 'Bring the forward difference so near that seven digits agree with the slope.',
  },
  reached: {
    zh: '到了：$h$ = {{h}} 时只差 {{forwardError}}。再小下去，舍入又会把它推开。',
    en: 'There: at $h$ = {{h}} it is off by {{forwardError}}. Smaller still, and rounding drives it away again.',
  },
  handle: { zh: '两点的距离 h', en: 'Distance h of the two points' },
  spoken: {
    zh: 'h 为 {{h}}；单边差商 {{forward}}，中心差商 {{central}}，坡度 {{slope}}',
    en: 'h is {{h}}; forward difference {{forward}}, central difference {{central}}, slope {{slope}}',
  },
  used: {
    zh: '梯度下降的每一步都是学习率乘坡度；反向传播算得对不对，要用中心差商来核对。',
    en: 'Every step of gradient descent is the rate times a slope, and back-propagation is checked against central differences.',
  },
  lessons: [1, 10],
  own: ['derivative'],
  terms: ['learningRate', 'curvature'],
  labels: {
    near: {
      zh: '{{x}} 附近的曲线，放大 {{magnified}} 倍',
      en: 'The curve near {{x}}, magnified {{magnified}} times',
    },
    error: { zh: '与坡度之差', en: 'Distance from the slope' },
    apart: { zh: '两点的距离 h →', en: 'distance h →' },
    forward: { zh: '单边', en: 'forward' },
    central: { zh: '中心', en: 'central' },
    tangent: { zh: '切线', en: 'tangent' },
  },
  axes: [axis],
  read,
  tiny([exponent]) {
    // What a card can show lies between two widths that are seen with the naked eye.
    const gap = 0.15 + 0.95 * (1 + exponent! / DECADES);
    const ratio = forwardDifference(curve, AT, gap);
    const x = [-1.6, 1.9] as const;
    const line = (s: number): number => curve(AT) + ratio * (s - AT);
    return {
      x,
      y: [-0.25, 0.85],
      lines: [
        { points: curvePoints(curve, x), tone: null },
        { points: curvePoints(line, x, 1), tone: 0 },
      ],
      point: [AT + gap, curve(AT + gap)],
    };
  },
});
