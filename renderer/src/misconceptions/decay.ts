import { presets } from '../../../core/experiment/presets.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { expectedEnd } from '../lessons/expected-end.ts';
import { given, rounded } from '../lessons/claim.ts';
import { parabolaRun } from '../lessons/parabola-run.ts';
import { claimsFrom, lessonAsEvidence, type Statement } from './statement.ts';

const [noDecay, withDecay] = presets.noiseFree.runs.map(({ config }) => config) as [
  ExperimentConfig,
  ExperimentConfig,
];

const SAMPLES = 1024;
const [SINGLE, MANY] = [1, 64];
/** So many samples in batches: gradients of a batch have its share of the noise. */
const inBatches = (batch: number): ExperimentConfig =>
  parabolaRun({
    lr: 0.05,
    noise: 1 / Math.sqrt(batch),
    totalSteps: SAMPLES / batch,
    replicates: 16,
  });

/** Of decay: what it does, and what is taken for it. */
export const decay: readonly Statement[] = [
  {
    id: 'divided-again',
    says: {
      zh: '每一轮执行一次 $\\eta\\leftarrow\\eta/(1+d\\,t)$，就是逆时间衰减。',
      en: 'Running $\\eta\\leftarrow\\eta/(1+d\\,t)$ in every epoch is inverse-time decay.',
    },
    holds: false,
    because: {
      zh: '它在上一轮的结果上再除一次，除数连乘起来。同样的起点，{{steps}} 轮后逆时间衰减离谷底 {{closedAt}}，它冻在 {{frozenAt}}。',
      en: 'It divides what the last epoch left over, and the divisors multiply. From one start, inverse-time decay comes within {{closedAt}} in {{steps}} epochs; this line freezes at {{frozenAt}}.',
    },
    claims: claimsFrom(7, 'steps', 'closedAt', 'frozenAt'),
    see: lessonAsEvidence(7),
  },
  {
    id: 'formula-looks-at-loss',
    says: {
      zh: '衰减公式会在损失不再下降的时候减小学习率。',
      en: 'The decay formula lowers the rate when the loss stops falling.',
    },
    holds: false,
    because: {
      zh: '公式只数轮数，从来不看损失。看损失的是另一种规则：同一个缓坡上，它降到 {{feedbackLoss}}，反复相除的那行代码停在 {{clockLoss}}。',
      en: 'A formula counts epochs and never looks at the loss. A rule that does look is another thing: on one gentle slope it ended at {{feedbackLoss}}, the line that divides again at {{clockLoss}}.',
    },
    claims: claimsFrom(8, 'feedbackLoss', 'clockLoss'),
    see: lessonAsEvidence(8),
  },
  {
    id: 'decay-above-one',
    says: { zh: '衰减系数可以大于一。', en: 'The constant of a decay may be larger than one.' },
    holds: true,
    because: {
      zh: '一没有什么特别，要紧的是系数与训练长度之比。反复相除的那行代码，系数只有 {{decay}} 就冻在 {{frozenAt}}；让系数与 $1/T^2$ 相称，带着噪声也能降到 {{rescueLoss}}。',
      en: 'Nothing happens at one; what counts is the constant against the length of the run. The line that divides again freezes at {{frozenAt}} with a mere {{decay}}; with one that suits $1/T^2$ it ends, noise and all, at a loss of {{rescueLoss}}.',
    },
    claims: claimsFrom(7, 'decay', 'frozenAt', 'rescueLoss'),
    see: lessonAsEvidence(7),
  },
  {
    id: 'decay-finds-optimum',
    says: {
      zh: '衰减让训练收敛到最优解。',
      en: 'Decay makes a training converge to the optimum.',
    },
    holds: false,
    because: {
      zh: '衰减让它停下，停在哪里是另一回事：太快的衰减把一条运行冻在离谷底 {{decayedAt}} 的地方，损失还有 {{decayedLoss}}。',
      en: 'Decay makes it stop; where is another question. Too fast a decay froze one run {{decayedAt}} from the bottom, at a loss of {{decayedLoss}}.',
    },
    claims: claimsFrom(3, 'decayedAt', 'decayedLoss'),
    see: lessonAsEvidence(7),
  },
  {
    id: 'decay-always-helps',
    says: { zh: '衰减总有好处。', en: 'Decay always helps.' },
    holds: false,
    because: {
      zh: '它治的是噪声和振荡。梯度精确、学习率稳定的时候，{{steps}} 步之后，不衰减的损失是 {{plainLoss}}，衰减的是 {{decayedLoss}}。',
      en: 'It is a remedy for noise and swinging. With exact gradients and a stable rate, {{steps}} steps end at {{plainLoss}} without a decay and at {{decayedLoss}} with one.',
    },
    claims: {
      steps: given(noDecay.totalSteps),
      plainLoss: rounded('4.90e-11', 2, () => expectedEnd(noDecay)),
      decayedLoss: rounded('1.182e-3', 3, () => expectedEnd(withDecay)),
    },
    see: { kind: 'experiment', runs: presets.noiseFree.runs, pace: presets.noiseFree.pace },
  },
  {
    id: 'decay-cuts-gradients',
    says: {
      zh: '“梯度削减学习率”是一种削减梯度的方法。',
      en: '梯度削减学习率, as a well-known page calls it, is a method that cuts gradients.',
    },
    holds: false,
    because: {
      zh: '通行的名字是学习率衰减：变小的是学习率，梯度不受影响。把过长的梯度截短，叫梯度裁剪，是另一回事。',
      en: 'The usual name is learning-rate decay: the rate gets smaller, no gradient is touched. Shortening gradients that are too long is clipping, another thing.',
    },
    claims: {},
    see: { kind: 'term', id: 'decay' },
  },
  {
    id: 'no-patience-is-best',
    says: {
      zh: '遇平台衰减时，耐心设成零反应最快，所以最好。',
      en: 'In reducing on a plateau, no patience reacts fastest and is therefore best.',
    },
    holds: false,
    because: {
      zh: '噪声看上去很像平台：耐心 {{none}} 平均减速 {{noneCuts}} 次，最后的损失是 {{noneLoss}}；耐心 {{ten}} 是 {{tenLoss}}。',
      en: 'Noise looks like a plateau: a patience of {{none}} cuts {{noneCuts}} times on average and ends at {{noneLoss}}, one of {{ten}} at {{tenLoss}}.',
    },
    claims: claimsFrom(8, 'none', 'noneCuts', 'noneLoss', 'ten', 'tenLoss'),
    see: lessonAsEvidence(8),
  },
  {
    id: 'robbins-monro-suffices',
    says: {
      zh: '学习率满足 Robbins–Monro 条件，就一定学得好。',
      en: 'Rates that satisfy the Robbins–Monro conditions learn well.',
    },
    holds: false,
    because: {
      zh: '条件只保证最终走到，不管多久。衰减系数取 {{askedDecay}}，{{askedSteps}} 步之后期望损失还有 {{askedEnd}}；取 {{askedRate}} 是 {{matchedEnd}}。两者都满足条件。',
      en: 'They promise an arrival, not a date. With a constant of {{askedDecay}} the expected loss after {{askedSteps}} steps is still {{askedEnd}}; with {{askedRate}} it is {{matchedEnd}}. Both satisfy them.',
    },
    claims: claimsFrom(6, 'askedDecay', 'askedSteps', 'askedEnd', 'askedRate', 'matchedEnd'),
    see: lessonAsEvidence(6),
  },
  {
    id: 'larger-batch-is-better',
    says: {
      zh: '看同样多的样本，批量越大，训练得越好。',
      en: 'For the same number of samples, a larger batch always trains better.',
    },
    holds: false,
    because: {
      zh: '批量大，步数就少。同一个学习率，看完 {{samples}} 个样本：批量 {{single}} 的期望损失是 {{singleLoss}}，批量 {{many}} 还没走到，是 {{manyLoss}}。',
      en: 'A larger batch means fewer steps. At one rate, after {{samples}} samples, the expected loss is {{singleLoss}} with a batch of {{single}}; with {{many}} it has not arrived, and is {{manyLoss}}.',
    },
    claims: {
      samples: given(SAMPLES),
      single: given(SINGLE),
      many: given(MANY),
      singleLoss: rounded('0.01282', 3, () => expectedEnd(inBatches(SINGLE))),
      manyLoss: rounded('9.69', 3, () => expectedEnd(inBatches(MANY))),
    },
    see: {
      kind: 'experiment',
      runs: [SINGLE, MANY].map((batch) => ({
        name: { zh: `批量 ${batch}`, en: `batch of ${batch}` },
        config: inBatches(batch),
      })),
      pace: 100,
    },
  },
];
