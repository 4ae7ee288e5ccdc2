import { claimsFrom, lessonAsEvidence, type Statement } from './statement.ts';

/** Of optimizers. */
export const optimizers: readonly Statement[] = [
  {
    id: 'momentum-costs-nothing',
    says: {
      zh: '动量只会让训练更快，没有代价。',
      en: 'Momentum makes training faster and costs nothing.',
    },
    holds: false,
    because: {
      zh: '它会冲过头，也会把噪声地板从 {{plainFloor}} 抬到 {{heavyBallFloor}}；从 {{cycleStart}} 出发，有个凸函数让它永远绕圈。',
      en: 'It overshoots, and lifts the noise floor from {{plainFloor}} to {{heavyBallFloor}}; on one convex function, begun at {{cycleStart}}, it circles for ever.',
    },
    claims: claimsFrom(11, 'plainFloor', 'heavyBallFloor', 'cycleStart'),
    see: lessonAsEvidence(11),
  },
  {
    id: 'adaptive-always-wins',
    says: {
      zh: '自适应优化器在哪里都是最好的。',
      en: 'Adaptive optimizers are best everywhere.',
    },
    holds: false,
    because: {
      zh: '没有一个处处最好。有一串梯度，最好的一端是 {{rightEnd}}，Adam 却走到了 {{wrongEnd}}。',
      en: 'None is best everywhere. On one stream of gradients, whose better end is {{rightEnd}}, Adam walks to {{wrongEnd}}.',
    },
    claims: claimsFrom(13, 'rightEnd', 'wrongEnd'),
    see: lessonAsEvidence(13),
  },
  {
    id: 'adam-needs-no-schedule',
    says: { zh: '用了 Adam，就不必再管学习率。', en: 'With Adam there is no need of a schedule.' },
    holds: false,
    because: {
      zh: 'Adam 也有噪声地板：{{noisySteps}} 步之后，学习率不变的损失是 {{constantLoss}}，线性降到零的是 {{linearLoss}}。',
      en: 'Adam has a noise floor too: after {{noisySteps}} steps a rate that stays ends at {{constantLoss}}, one that falls to zero at {{linearLoss}}.',
    },
    claims: claimsFrom(13, 'noisySteps', 'constantLoss', 'linearLoss'),
    see: lessonAsEvidence(13),
  },
  {
    id: 'weight-decay-is-not-l2',
    says: {
      zh: '用 Adam 时，权重衰减与平方惩罚是两回事。',
      en: 'With Adam, weight decay and a squared penalty are two things.',
    },
    holds: true,
    because: {
      zh: '两个权重本该一样缩小。加惩罚，剩下 {{adamQuiet}} 和 {{adamLoud}}，取决于各自梯度的大小；AdamW 的权重衰减，剩下 {{adamwQuiet}} 和 {{adamwLoud}}。',
      en: 'Two weights that should shrink alike: a penalty leaves {{adamQuiet}} and {{adamLoud}}, depending on the size of their gradients; the weight decay of AdamW leaves {{adamwQuiet}} and {{adamwLoud}}.',
    },
    claims: claimsFrom(13, 'adamQuiet', 'adamLoud', 'adamwQuiet', 'adamwLoud'),
    see: lessonAsEvidence(13),
  },
];
