import { buildObjective } from '../../../core/objectives/build.ts';
import { exact, given } from '../lessons/claim.ts';
import { parabolaRun, START } from '../lessons/parabola-run.ts';
import { claimsFrom, lessonAsEvidence, type Statement } from './statement.ts';

const NUDGE = 0.1;

/** What a nudge adds to f = x² / 2, at a place. */
function costOfNudge(at: number): number {
  const { problem } = parabolaRun({ lr: 1, totalSteps: 1 });
  if (problem.kind !== 'objective') return NaN;
  const objective = buildObjective(problem);
  const f = (x: number): number => objective.valueAndGrad(Float64Array.of(x), new Float64Array(1));
  return f(at + NUDGE) - f(at);
}

/** Of descent itself: how large a rate may be, and what it arrives at. */
export const descent: readonly Statement[] = [
  {
    id: 'nudge-near-bottom',
    says: {
      zh: '离谷底越近，参数动一点点，损失就变得越厉害。',
      en: 'The closer to the bottom, the more a small change of the parameters changes the loss.',
    },
    holds: false,
    because: {
      zh: '谷底的坡是平的：在 $f=x^2/2$ 上，同样挪动 {{nudge}}，在 $x=$ {{far}} 处损失变化 {{farCost}}，在谷底只变 {{nearCost}}。后期的振荡来自相对曲率太大的学习率，或者来自噪声。',
      en: 'The slope vanishes there: on $f=x^2/2$ a nudge of {{nudge}} costs {{farCost}} at $x=$ {{far}} and {{nearCost}} at the bottom. Late swinging comes from a rate that is large for the curvature, or from noise.',
    },
    claims: {
      nudge: given(NUDGE),
      far: given(START),
      farCost: exact(1.005, () => costOfNudge(START)),
      nearCost: exact(0.005, () => costOfNudge(0)),
    },
    see: lessonAsEvidence(2),
  },
  {
    id: 'must-decay',
    says: {
      zh: '接近谷底时必须减小学习率，否则不会收敛。',
      en: 'Near the bottom the rate must be lowered, or there is no convergence.',
    },
    holds: false,
    because: {
      zh: '坡变缓，步子自己会变短。没有噪声时，学习率一直是 {{low}}，{{quietSteps}} 步就能把损失降到 {{tiny}}。',
      en: 'Steps shorten as the slope does. Without noise, a rate that stays at {{low}} brings the loss to {{tiny}} in {{quietSteps}} steps.',
    },
    claims: claimsFrom(5, 'low', 'quietSteps', 'tiny'),
    see: lessonAsEvidence(1),
  },
  {
    id: 'larger-is-faster',
    says: { zh: '学习率越大，走得越快。', en: 'The larger the rate, the faster the descent.' },
    holds: false,
    because: {
      zh: '只在某个值以下成立。在一条窄谷里，{{good}} 用 {{goodSteps}} 步到，{{edge}} 要 {{edgeSteps}} 步，从 {{limit}} 起永远到不了。',
      en: 'Up to a point. In a narrow valley {{good}} arrives after {{goodSteps}} steps, {{edge}} after {{edgeSteps}}, and from {{limit}} on nothing arrives.',
    },
    claims: claimsFrom(4, 'good', 'goodSteps', 'edge', 'edgeSteps', 'limit'),
    see: lessonAsEvidence(4),
  },
  {
    id: 'too-large-misses',
    says: {
      zh: '学习率太大，只不过是会错过最小值。',
      en: 'Too large a rate merely misses the minimum.',
    },
    holds: false,
    because: {
      zh: '学习率是 {{border}} 时，它永远在两点之间来回跳；到了 {{beyond}}，{{beyondSteps}} 步之后损失就超过 {{lossLimit}}。',
      en: 'At {{border}} a run jumps between two points for ever; at {{beyond}} its loss passes {{lossLimit}} after {{beyondSteps}} steps.',
    },
    claims: claimsFrom(2, 'border', 'beyond', 'beyondSteps', 'lossLimit'),
    see: lessonAsEvidence(2),
  },
  {
    id: 'smaller-is-more-precise',
    says: {
      zh: '学习率越小，找到的最优解越精确。',
      en: 'The smaller the rate, the more precise the optimum it finds.',
    },
    holds: false,
    because: {
      zh: '只有梯度带噪声时才对。没有噪声，小学习率只是更慢；而且它停在最近的谷里：从较差的谷出发，{{smallRate}} 的运行里走出来的有 {{smallPercent}}%。',
      en: 'Only with noisy gradients. Without noise a small rate is merely slower, and it stays in the nearest valley: of the runs that began in the worse one at {{smallRate}}, {{smallPercent}} % left it.',
    },
    claims: claimsFrom(14, 'smallRate', 'smallPercent'),
    see: lessonAsEvidence(14),
  },
  {
    id: 'still-loss-arrived',
    says: {
      zh: '损失几乎不变了，就说明已经收敛。',
      en: 'Once the loss hardly changes, training has converged.',
    },
    holds: false,
    because: {
      zh: '也可能只是迈不动步了。一条规则看到损失不变，在第 {{decayedStop}} 步叫停，那时损失还有 {{decayedLoss}}，离谷底很远。',
      en: 'Or it can no longer move. A rule that watched the change of the loss ended one run after {{decayedStop}} steps, at a loss of {{decayedLoss}} and far from the bottom.',
    },
    claims: claimsFrom(3, 'decayedStop', 'decayedLoss'),
    see: lessonAsEvidence(3),
  },
  {
    id: 'stays-at-saddle',
    says: {
      zh: '梯度下降可能永远停在一个不是极小值的地方。',
      en: 'Gradient descent can stay for ever at a point that is no minimum.',
    },
    holds: true,
    because: {
      zh: '它找的只是梯度为零的点。恰好沿着脊线走来，就停在鞍点上不动；偏开 {{offAxis}}，{{leavesAt}} 步之后才离开。',
      en: 'All it looks for is a zero gradient. Along the very ridge it runs into the saddle and stays; {{offAxis}} beside it, it leaves after {{leavesAt}} steps.',
    },
    claims: claimsFrom(14, 'offAxis', 'leavesAt'),
    see: lessonAsEvidence(14),
  },
  {
    id: 'minimum-or-maximum',
    says: {
      zh: '梯度下降既能找最小值，也能找最大值。',
      en: 'Gradient descent finds a minimum or a maximum, as one likes.',
    },
    holds: false,
    because: {
      zh: '它只往下走。往上走的是换了符号的另一条规则，叫梯度上升；要找最大值，就对 $-f$ 下降。',
      en: 'It only goes down. What climbs is another rule with the opposite sign, gradient ascent; for a maximum, descend on $-f$.',
    },
    claims: {},
    see: lessonAsEvidence(1),
  },
  {
    id: 'rates-may-rise',
    says: { zh: '训练中，学习率也可以变大。', en: 'During training a rate may also go up.' },
    holds: true,
    because: {
      zh: '在一条窄谷里，先用 {{firstRate}} 走一步，再用 {{secondRate}} 走一步就到底了，而后者是稳定上限的 {{timesLimit}} 倍。',
      en: 'In a narrow valley one step at {{firstRate}} and one at {{secondRate}} reach the bottom, the second at {{timesLimit}} times the stability limit.',
    },
    claims: claimsFrom(4, 'firstRate', 'secondRate', 'timesLimit'),
    see: lessonAsEvidence(4),
  },
];
