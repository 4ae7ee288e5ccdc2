/** 学习页：课程地图与旁边的栏目。 */
export const learn = {
  'learn.title': '从第一步走到真实训练',
  'learn.lead': '十六课，每一句话都是一个可以运行的实验：先预测，再运行，然后看公式为什么这样说。',
  'learn.count_other': '{{count}} 课',
  'learn.path.descent': '下山本身',
  'learn.path.optimizers': '优化器',
  'learn.path.decay': '噪声与衰减',
  'learn.path.networks': '损失与网络',
  'learn.path.training': '真实训练',
  'learn.unwritten': '这个版本里还没有',
  'learn.needs': '先学：{{lessons}}',
  'learn.needs.and': '，',
  'learn.beside': '学习之外',
  'learn.lesson': '第 {{number}} 课',
  'learn.begin': '开始',
  'learn.lens.what': '贴一段设置学习率的代码，看它真正给出哪些值，从哪一轮起与公式分开。',
  'learn.lens.open': '对照一段代码',
} as const;
