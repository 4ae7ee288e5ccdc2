/** 学习页。 */
export const learn = {
  'learn.title': '从第一步走到真实训练',
  'learn.lead':
    '十六课，每一句话都是一个可以运行的实验：先预测，再运行，然后看公式为什么这样说。课程还没有放进这个版本。',
  'learn.part.descent': '下山本身',
  'learn.part.descent.what': '一步一步下山，步长的四种脾气，峡谷与条件数，会骗人的停止条件',
  'learn.part.decay': '噪声与衰减',
  'learn.part.decay.what': '噪声地板，让地板消失的衰减，公式里的陷阱，看损失再刹车',
  'learn.part.optimizers': '优化器',
  'learn.part.optimizers.what': '动量与 Nesterov，每个参数一个学习率，Adam 一家',
  'learn.part.networks': '损失与网络',
  'learn.part.networks.what': '均方误差与交叉熵，四个点的反向传播',
  'learn.part.training': '真实训练',
  'learn.part.training.what': '许多谷底，预热与稳定边缘，预算固定时选哪种计划',
  'learn.now': '其中三个问题现在就能动手：',
} as const;
