/** 开始页与起点。 */
export const startView = {
  'start.kicker': '第一个实验，大约十秒',
  'start.runPair': '运行这一对',
  'start.openLab': '先设置，再运行',
  'start.map.constant': '常数',
  'start.map.decay': '逆时间',
  'start.map.caption': '每色 140 个点：2 000 步之后的终点，取自精确的分布',
  'start.map.label':
    '等高线图：两种学习率计划从同一个起点走向谷底，常数的终点散得宽，逆时间的终点散得窄',
  'start.questions': '再问五个问题',
  'start.card.temperaments': '五个学习率，一条抛物线',
  'start.card.noiseFree': '梯度精确，同一对计划',
  'start.card.literal': '它逐步给出的学习率',
  'start.card.tooLarge': '从稳定上限之上出发',
  'start.card.digits': 'softmax 回归，1 797 张图',
  'start.recent': '最近',
  'start.allRuns': '全部记录',
  'start.recent.empty': '还没有记录。每次运行都会自动存下来，下次打开就在这里。',
  'start.point': '起点',
  'start.point.help': '每个运行都从这里出发；也可以在地形图上拖动。',
} as const;
