import { predictedChange, timesHessian } from '../../../../core/analysis/predicted-change.ts';
import { tiltedDoubleWell } from '../../../../core/objectives/tilted-double-well.ts';
import { definePrerequisite } from '../prerequisite.ts';
import { curvePoints } from '../tiny-picture.ts';
import { toned } from '../toned.ts';

const objective = tiltedDoubleWell.create({ tilt: 0.1 });
/** Where both models are made. */
export const AT = 1.6;

const point = Float64Array.of(AT);
const grad = new Float64Array(1);
const hessian = new Float64Array(1);
const height = objective.valueAndGrad(point, grad);
objective.hessian(point, hessian);
const slope = grad[0]!;
const bend = hessian[0]!;

export function curve(x: number): number {
  return objective.valueAndGrad(Float64Array.of(x), new Float64Array(1));
}

/** What the models say a step changes: by slope alone, and with the curvature. */
function changes(step: number): { linear: number; quadratic: number } {
  const delta = Float64Array.of(step);
  const bent = new Float64Array(1);
  timesHessian(hessian, delta, bent);
  const { slope: linear, total } = predictedChange(grad, delta, bent);
  return { linear, quadratic: total };
}

export const linearModel = (x: number): number => height + changes(x - AT).linear;
export const quadraticModel = (x: number): number => height + changes(x - AT).quadratic;

/** The step with the rate 2/λ: the parabola is back at the height where it began. */
const limit = 2 / bend;
/** So near to it, as a share. */
const NEAR = 0.01;

function read([at]: readonly number[]) {
  const step = at!;
  const { linear, quadratic } = changes(step);
  const actual = curve(AT + step) - height;
  const rate = -step / slope;
  return {
    numbers: {
      step,
      rate,
      linear,
      curved: quadratic - linear,
      quadratic,
      actual,
      fall: -actual,
    },
    met: Math.abs(rate / limit - 1) <= NEAR,
  };
}

const axis = { min: -1.8, max: 0.2, start: -0.1, step: 0.01, large: 0.1 };

const line = toned(0, "f'(x)\\,s");
const parabola = toned(1, "\\tfrac12 f''(x)\\,s^2");

export const taylor = definePrerequisite({
  name: { zh: '泰勒展开', en: 'Taylor expansion' },
  question: {
    zh: '只知道这里的坡和弯，一步能迈多远？',
    en: 'Knowing only slope and curvature here, how far may one step?',
  },
  says: {
    zh: `在一点附近，可以用坡度把函数换成一条直线，再加上曲率 $f''$，就换成一条抛物线；步子 $s$ 越小，抛物线越准。直线说步子越大越好，抛物线说到 $\\eta = 1/f''$ 最好，过了 $\\eta = 2/f''$ 就比原地还高。只要一路上的曲率都不超过 $L$，函数就在曲率为 $L$ 的抛物线下面：学习率小于 $2/L$，损失一定下降。`,
    en: `Near a point a function is nearly the line given by its slope and, with the curvature $f''$ as well, more nearly a parabola; the shorter the step $s$, the truer. The line says that longer is always better. The parabola says that $\\eta = 1/f''$ is best, and that beyond $\\eta = 2/f''$ one ends higher than one began. If the curvature nowhere on the way exceeds $L$, the function lies below the parabola with curvature $L$: with a rate below $2/L$ the loss is sure to fall.`,
  },
  formula: `\\begin{aligned} f(x+s) - f(x) &\\approx ${line} + ${parabola} \\\\ {{actual}} &\\approx ${toned(0, '{{(linear)}}')} + ${toned(1, '{{(curved)}}')} \\end{aligned}`,
  rows: [
    { symbol: 's', label: { zh: '步子', en: 'the step' }, number: 'step' },
    {
      symbol: "\\eta = -s/f'(x)",
      label: { zh: '这一步的学习率', en: 'its learning rate' },
      number: 'rate',
    },
    {
      symbol: "f'(x)\\,s",
      label: { zh: '直线说，损失改变', en: 'change, says the line' },
      number: 'linear',
      tone: 0,
    },
    {
      symbol: "f'(x)\\,s + \\tfrac12 f''(x)\\,s^2",
      label: { zh: '抛物线说', en: 'says the parabola' },
      number: 'quadratic',
      tone: 1,
    },
    { symbol: 'f(x+s) - f(x)', label: { zh: '真正改变', en: 'in truth' }, number: 'actual' },
  ],
  goal: {
    zh: '往左迈，直到抛物线说：这一步什么也没赚到。',
    en: 'Step to the left until the parabola says that nothing at all is won.',
  },
  reached: {
    zh: "到了：学习率 {{rate}}，正是 $2/f''$。真正的损失还降了 {{fall}}，因为往左的路上弯得越来越少。",
    en: "There: the rate is {{rate}}, which is $2/f''$. In truth the loss fell by {{fall}}, since the curve bends less and less on the way.",
  },
  handle: { zh: '步子 s', en: 'Step s' },
  spoken: {
    zh: '步子 {{step}}，学习率 {{rate}}；直线说改变 {{linear}}，抛物线说 {{quadratic}}，真正改变 {{actual}}',
    en: 'step {{step}}, rate {{rate}}; change by the line {{linear}}, by the parabola {{quadratic}}, in truth {{actual}}',
  },
  used: {
    zh: '学习率的稳定上限 $2/L$ 由此而来；网络训练时，曲面会一直变陡到碰上它。',
    en: 'The stability limit $2/L$ comes from here; a network in training sharpens until it meets it.',
  },
  lessons: [2, 15],
  own: ['taylor'],
  terms: ['curvature', 'stabilityLimit'],
  labels: {
    loss: { zh: '损失 f', en: 'Loss f' },
    line: { zh: '直线', en: 'line' },
    parabola: { zh: '抛物线', en: 'parabola' },
    truth: { zh: '真正的损失', en: 'true loss' },
    high: { zh: '出发时的高度', en: 'height at the start' },
  },
  axes: [axis],
  read,
  tiny([at]) {
    const x = [-0.4, 2] as const;
    return {
      x,
      y: [-0.35, 1.3],
      lines: [
        { points: curvePoints(curve, x), tone: null },
        { points: curvePoints(linearModel, x), tone: 0 },
        { points: curvePoints(quadraticModel, x), tone: 1 },
      ],
      point: [AT + at!, quadraticModel(AT + at!)],
    };
  },
});
