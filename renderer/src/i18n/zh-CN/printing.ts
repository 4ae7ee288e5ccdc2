/** 只印在纸上、屏幕上没有的文字。 */
export const printing = {
  'print.menu': '打印本课，或存为文件',
  'print.nothing':
    '这一页不适合打印。课程、预备知识、指南、术语表、判断题、实验室、一条运行和运行的对比可以打印：先打开其中一个。',
  'print.folded': '本课余下的部分还没有印出：看到的结果要等运行之后。先运行实验，再打印一次。',
  'print.settings': '设置：{{list}}',
  'print.compare_other': '{{count}} 个运行的比较',
  'print.results': '结果',
  'print.results.run': '运行',
  'print.results.steps': '步数',
  'print.results.loss': '最后的损失',
  'print.challenge.result': '结果',
  'print.challenge.tried': '试过的设置',
  'print.challenge.met': '达到',
} as const;
