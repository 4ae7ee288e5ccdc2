/** 工作室。 */
export const studio = {
  'studio.title': '为明天的训练设计学习率',
  'studio.lead':
    '写下样本数、批量和轮数，换算成优化器的步数；画出计划，读出每个时刻的学习率，再导出代码。工作室还没有放进这个版本。',
  'studio.units': '单位',
  'studio.units.what': '样本、批量、累积、设备数和轮数，一行算式换算成步',
  'studio.shape': '计划',
  'studio.shape.what': '预热、余弦、逆时间、分段，拼成一条曲线，拖动即改',
  'studio.warnings': '提醒',
  'studio.warnings.what': '“d 按步还是按轮？”“余弦比训练先结束”，在训练之前就说出来',
  'studio.export': '导出',
  'studio.export.what': 'PyTorch、Keras、optax 和 NumPy 代码，自带核对数值',
  'studio.now': '在那之前，可以先在实验室里比较几种计划。',
  'studio.openLab': '去实验室比较',
} as const;
