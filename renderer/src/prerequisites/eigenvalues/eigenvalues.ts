import { timesHessian } from '../../../../core/analysis/predicted-change.ts';
import { symmetricEigen } from '../../../../core/math/symmetric-eigen.ts';
import { norm } from '../../../../core/math/vector.ts';
import { quadratic } from '../../../../core/objectives/quadratic.ts';
import { angleBetween } from '../angle.ts';
import { definePrerequisite } from '../prerequisite.ts';
import { toned } from '../toned.ts';

/** The valley whose Hessian the matrix is: along it, across it, and its direction in degrees. */
const CURVATURES = [0.5, 2] as const;
const ANGLE = 30;
const valley = quadratic.create({ eigenvalues: CURVATURES, angle: ANGLE, seed: 0 });

export const matrix = new Float64Array(4);
valley.hessian(new Float64Array(2), matrix);
const { values, axes: eigenvectors } = symmetricEigen(matrix, 2);
const [steep, flat] = [values[0]!, values[1]!];

export type Vector = readonly [x: number, y: number];
/** Unit eigenvectors: the steep direction, then the flat one. */
export const directions: readonly Vector[] = [
  [eigenvectors[0]!, eigenvectors[1]!],
  [eigenvectors[2]!, eigenvectors[3]!],
];

/** A v. */
export function timesMatrix([x, y]: Vector): Vector {
  const out = new Float64Array(2);
  timesHessian(matrix, Float64Array.of(x, y), out);
  return [out[0]!, out[1]!];
}

/** A unit vector, counted from θ₁ towards θ₂. */
export function unitVector(degrees: number): Vector {
  const turn = (degrees * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
}

const PARALLEL_DEGREES = 1;

function read([degrees]: readonly number[]) {
  const v = unitVector(degrees!);
  const image = timesMatrix(v);
  const length = norm(Float64Array.of(...image));
  /** vᵀAv, the curvature along v. */
  const along = v[0] * image[0] + v[1] * image[1];
  const turned = angleBetween(v, image);
  const [a, , b, d] = matrix;
  return {
    v,
    image,
    numbers: {
      degrees: degrees!,
      a: a!,
      b: b!,
      d: d!,
      v1: v[0],
      v2: v[1],
      image1: image[0],
      image2: image[1],
      length,
      along,
      turned,
      steep,
      flat,
      condition: steep / flat,
    },
    met: turned <= PARALLEL_DEGREES,
  };
}

const axis = { min: 0, max: 360, start: 75, step: 1, large: 15 };

const Av = toned(1, 'A v');
const v = toned(0, 'v');

/** The unit circle, or what the matrix makes of it; a closed curve, shape (points, 2). */
export function circlePoints(map: (v: Vector) => Vector): readonly Vector[] {
  return Array.from({ length: 91 }, (_, i) => map(unitVector(4 * i)));
}

export const eigenvalues = definePrerequisite({
  name: { zh: '特征值', en: 'Eigenvalues' },
  question: {
    zh: '矩阵会把哪些方向只拉长、不转动？',
    en: 'Which directions does a matrix stretch without turning?',
  },
  says: {
    zh: `矩阵 $A$ 把单位圆变成椭圆，把箭头 $${v}$ 变成 $${Av}$：既拉长，又转动。只有两个互相垂直的方向不转，叫特征向量，拉长的倍数就是特征值 $\\lambda$。这里的 $A$ 是一个山谷的黑塞矩阵，所以特征值就是曲率：横穿山谷最大，沿着山谷最小。两者之比是条件数 $\\kappa$，也就是山谷有多狭长。`,
    en: `The matrix $A$ makes an ellipse of the unit circle and $${Av}$ of the arrow $${v}$: it stretches and it turns. Only two directions, at right angles, are not turned: the eigenvectors, and by how much they are stretched are the eigenvalues $\\lambda$. Here $A$ is the Hessian of a valley, so its eigenvalues are curvatures, largest across the valley, smallest along it. Their ratio is the condition number $\\kappa$: how narrow the valley is.`,
  },
  formula: `${Av} = \\begin{pmatrix} {{a}} & {{b}} \\\\ {{b}} & {{d}} \\end{pmatrix} ${toned(0, '\\begin{pmatrix} {{v1}} \\\\ {{v2}} \\end{pmatrix}')} = ${toned(1, '\\begin{pmatrix} {{image1}} \\\\ {{image2}} \\end{pmatrix}')}`,
  rows: [
    {
      symbol: '\\lVert A v\\rVert',
      label: { zh: '拉长到', en: 'stretched to' },
      number: 'length',
      tone: 1,
    },
    {
      symbol: '\\varphi',
      label: { zh: '转过（度）', en: 'turned by, degrees' },
      number: 'turned',
    },
    {
      symbol: 'v^\\top A v',
      label: { zh: '沿 v 方向的曲率', en: 'curvature along v' },
      number: 'along',
    },
    {
      symbol: '\\lambda_1,\\ L',
      label: { zh: '最大的特征值', en: 'largest eigenvalue' },
      number: 'steep',
    },
    {
      symbol: '\\lambda_2,\\ \\mu',
      label: { zh: '最小的特征值', en: 'smallest eigenvalue' },
      number: 'flat',
    },
    {
      symbol: '\\kappa = L/\\mu',
      label: { zh: '条件数', en: 'condition number' },
      number: 'condition',
    },
  ],
  goal: {
    zh: '转动箭头，直到矩阵不再把它转开。这样的方向有两个。',
    en: 'Turn the arrow until the matrix turns it no more. There are two such directions.',
  },
  reached: {
    zh: '到了：$Av$ 就是 $v$ 的 {{length}} 倍，这就是一个特征值。另一个方向与它垂直。',
    en: 'There: $Av$ is {{length}} times $v$, and that is an eigenvalue. The other direction is at a right angle.',
  },
  handle: { zh: '箭头 v 的方向', en: 'Direction of the arrow v' },
  spoken: {
    zh: '{{degrees}} 度；拉长到 {{length}} 倍，转过 {{turned}} 度',
    en: '{{degrees}} degrees; stretched to {{length}}, turned by {{turned}} degrees',
  },
  used: {
    zh: '最大的特征值限制学习率，条件数决定要走多少步；动量让步数只随它的平方根增长。',
    en: 'The largest eigenvalue caps the rate, the condition number sets how many steps it takes, and momentum makes that its square root.',
  },
  lessons: [4, 11],
  own: ['eigenvalue', 'conditionNumber'],
  terms: ['hessian', 'curvature'],
  labels: {},
  axes: [axis],
  read,
  tiny([degrees]) {
    const reading = read([degrees!]);
    return {
      x: [-4, 4],
      y: [-2.14, 2.14],
      lines: [
        { points: circlePoints((one) => one), tone: null, dashed: true },
        { points: circlePoints(timesMatrix), tone: null },
        { points: [[0, 0], reading.image], tone: 1 },
        { points: [[0, 0], reading.v], tone: 0 },
      ],
      point: reading.v,
    };
  },
});
