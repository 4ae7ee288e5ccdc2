import { definePrerequisite } from '../prerequisite.ts';
import { curvePoints } from '../tiny-picture.ts';
import { toned } from '../toned.ts';
import { lossOf, lossSlope, outputOf, outputSlope } from './chain.ts';

/** The product is as good as nothing, though the second factor is not. */
const STEEP = 1;
const FLAT = 0.05;

function read([at]: readonly number[]) {
  const x = at!;
  const u = outputOf(x);
  const y = lossOf(u);
  const [first, second] = [outputSlope(x), lossSlope(u)];
  const product = second * first;
  return {
    numbers: { x, u, y, first, second, product },
    met: Math.abs(second) >= STEEP && Math.abs(product) <= FLAT,
  };
}

const axis = { min: -6, max: 6, start: 1, step: 0.1, large: 1 };

const du = toned(0, '\\frac{du}{dx}');
const dy = toned(1, '\\frac{dy}{du}');
const all = toned(3, '\\frac{dy}{dx}');

export const chainRule = definePrerequisite({
  name: { zh: '链式法则', en: 'Chain rule' },
  question: {
    zh: '动一动第一环，最后一环动多少？',
    en: 'If the first link moves a little, how far does the last one move?',
  },
  says: {
    zh: `$x$ 决定 $u$，$u$ 再决定 $y$，一环扣一环，就像网络的一层接一层。$x$ 动一小段，$u$ 动它的 $${du}$ 倍，$y$ 再动 $u$ 的 $${dy}$ 倍，所以坡度相乘。图里的色带就是这一小段一路传过去的宽度。只要有一环几乎是平的，乘积就几乎为零，后面再陡也传不回来。`,
    en: `$x$ sets $u$, and $u$ sets $y$: link after link, as layer after layer in a network. When $x$ moves a little, $u$ moves $${du}$ times as far, and $y$ moves $${dy}$ times as far as $u$; so slopes multiply. The band in the figure is how wide that little way is at each link. If one link is nearly flat, the product is nearly zero, however steep the next one is.`,
  },
  formula: `${all} = ${dy} \\cdot ${du} = ${toned(1, '{{(second)}}')} \\cdot ${toned(0, '{{first}}')} = ${toned(3, '{{product}}')}`,
  rows: [
    { symbol: 'x', label: { zh: '第一环', en: 'first link' }, number: 'x' },
    { symbol: 'u = \\sigma(x)', label: { zh: '第二环', en: 'second link' }, number: 'u' },
    { symbol: 'y = (u - 1)^2', label: { zh: '最后一环', en: 'last link' }, number: 'y' },
    {
      symbol: 'du/dx',
      label: { zh: '第一段的坡度', en: 'slope of the first' },
      number: 'first',
      tone: 0,
    },
    {
      symbol: 'dy/du',
      label: { zh: '第二段的坡度', en: 'slope of the second' },
      number: 'second',
      tone: 1,
    },
    {
      symbol: 'dy/dx',
      label: { zh: '整条链的坡度', en: 'slope of the whole' },
      number: 'product',
      tone: 3,
    },
  ],
  goal: {
    zh: '找一个地方：$y$ 随 $u$ 很陡，随 $x$ 却几乎不动。',
    en: 'Find a place where $y$ is steep in $u$ and yet hardly moves with $x$.',
  },
  reached: {
    zh: '到了：第二段坡度 {{second}}，乘上 {{first}} 只剩 {{product}}。错得最厉害的地方，反而学不动。',
    en: 'There: a slope of {{second}}, times {{first}}, leaves {{product}}. Where the answer is most wrong, nothing is learnt.',
  },
  handle: { zh: '第一环 x', en: 'First link x' },
  spoken: {
    zh: 'x 为 {{x}}；坡度 {{first}} 乘 {{second}}，得 {{product}}',
    en: 'x is {{x}}; slopes {{first}} times {{second}} make {{product}}',
  },
  used: {
    zh: '反向传播就是从最后一环往回，一环一环地乘；为什么分类不用平方误差，原因正是这里的平台。',
    en: 'Back-propagation is this product, taken link by link from the end; why classifiers avoid squared error is the flat end seen here.',
  },
  lessons: [9, 10],
  own: ['chainRule'],
  terms: ['sigmoid', 'backPropagation'],
  labels: {},
  axes: [axis],
  read,
  tiny([at]) {
    // The two curves side by side, with the axis of u between them.
    const shift = 8;
    const scale = 9;
    const { x, u, y } = read([at!]).numbers;
    return {
      x: [-7, 18],
      y: [-0.2, 1.15],
      lines: [
        { points: curvePoints(outputOf, [-6, 6]), tone: null },
        {
          points: curvePoints((s) => s, [0, 1]).map(
            ([s]) => [shift + scale * lossOf(s), s] as const,
          ),
          tone: null,
        },
        {
          points: [
            [x, 0],
            [x, u],
            [shift + scale * y, u],
          ],
          tone: 0,
        },
        {
          points: [
            [shift + scale * y, u],
            [shift + scale * y, 0],
          ],
          tone: 1,
        },
      ],
      point: [x, 0],
    };
  },
});
