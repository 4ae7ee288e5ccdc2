/** 学习进度，写成一份自己的文档。 */
export const progress = {
  'progress.export': '导出学习进度…',
  'progress.file': '下山学习进度',
  'progress.title': '下山：学习进度',
  'progress.summary':
    '截至 {{date}}：完成 {{done}} 课，共 {{all}} 课；通过 {{met}} 个挑战；判断过 {{judged}} 条说法，共 {{statements}} 条，判对 {{right}} 条。',
  'progress.lesson': '第 {{number}} 课：{{title}}',
  'progress.state.untouched': '还没有开始。',
  'progress.state.begun': '已经开始。',
  'progress.state.done': '已完成。',
  'progress.predicted': '预测：{{answer}}（{{verdict}}）',
  'progress.drawn': '运行之前画过曲线。',
  'progress.checked': '检查：{{answer}}（{{verdict}}）',
  'progress.right': '正确',
  'progress.otherwise': '结果和预测不同',
  'progress.wrong': '不正确',
  'progress.notRun': '还没有运行',
  'progress.met': '挑战通过',
  'progress.notMet': '挑战还没有通过',
  'progress.best_other': '{{outcome}}，试过 {{count}} 次，最好的一次：{{label}}，{{measured}}',
  'progress.conclusion': '一句话：',
} as const;
