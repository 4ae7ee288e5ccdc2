/** 训练日志：在别处进行的训练留下的曲线。 */
export const logs = {
  'log.diverged': '已发散，在别处记录',
  'log.elsewhere': '在别处记录',
  'log.notComputed': '在别处记录的，设置不详。',
  'log.compared_other': '{{runs}}是在别处记录的：曲线可以放在一起看，但设置和损失函数不详。',
  'log.title': '在别处记录',
  'log.explained':
    '这份训练日志来自文件，可以对比、写笔记、导出。没有设置，所以不能再运行、继续，也不能在实验室打开。',
  'log.unit': '步的含义',
  'log.unit.step': '步，按文件里的编号',
  'log.unit.epoch': '轮：这里的一步就是一轮',
  'log.unit.record': '文件里的记录，从 0 数起',
  'log.column': '列“{{name}}”',
  'log.percent': '{{metric}}，原为百分数',
  'log.metric.train/loss': '训练损失',
  'log.metric.optim/lr': '学习率',
  'log.metric.optim/grad_norm': '梯度范数',
  'log.metric.eval/test_loss': '验证损失',
  'log.metric.eval/train_accuracy': '训练准确率',
  'log.metric.eval/test_accuracy': '验证准确率',
  'log.left_other': '没有用到的 {{count}} 列',
  'log.taken.epoch': '其中的一步就是一轮。',
  'log.taken.record': '文件没有给步编号，按记录从 0 数起。',
  'log.taken.percent': '百分数的准确率已换成小数。',
  'log.taken.left': '没有用到的列：{{names}}。',
  'log.taken.leftMany': '没有用到的有 {{count}} 列（{{names}}……）。',
  'file.fault.not-text': '它不是能读的文本。另存为 UTF-8，再导入一次。',
  'file.fault.no-metric':
    '没有一列的名字是认识的。文件里有 {{given}}；认识的有 {{allowed}}。改一下列名，再导入一次。',
  'file.fault.unnamed-metric':
    '看不出里面的数值是什么。用指标给文件起名，比如 train_loss.csv，再导入一次。',
  'file.fault.no-header':
    '第一行（{{where}}）应该是列名，却是数字。在它前面加一行，比如 step,loss,lr。',
  'file.fault.no-log':
    '不管叫什么名字，它都不是训练日志，而是{{given}}。把表格另存为 CSV，再导入。',
  'file.fault.no-values': '里面一个数值也没有。要有一行列名，比如 step,loss，下面是数值。',
  'file.fault.bad-table':
    '{{where}}有 {{given}} 格，第一行有 {{allowed}} 个列名。补全这一行，或者删掉它。',
  'file.fault.bad-quotes': '{{where}}的引号没有成对。补上另一半，或者删掉它。',
  'file.fault.no-records':
    '里面没有训练记录。允许的是：记录的列表 [{"step":0,"loss":1}, …]，长度相同的几个列表 {"step":[0, …],"loss":[1, …]}，每行一条记录，或 Hugging Face 的 trainer_state.json。',
  'file.fault.bad-record':
    '{{given}} 不是一条记录（{{where}}）。一条记录是一个对象，比如 {"step":0,"loss":1}。',
  'file.fault.bad-list':
    '列表{{where}}的长度（{{given}}）和第一个列表（{{allowed}}）不同。补全它，或者删掉它。',
  'file.fault.bad-number':
    '{{given}} 不是数（{{where}}）。允许的是数、NaN、inf 和空格子，小数点的写法要前后一致。',
  'file.fault.bad-step':
    '{{where}}不能是第 {{given}} 步。步是不超过 1,000,000,000 的整数，而且要递增：{{allowed}}。',
  'file.fault.bad-accuracy':
    '准确率是 {{given}}（{{where}}）。允许的是 0 到 1 的小数，或不超过 100 的百分数。',
  'file.where.line': '第 {{line}} 行',
  'file.where.letter': '第 {{line}} 行第 {{offset}} 个字符',
  'file.where.record': '第 {{record}} 条记录',
  'file.where.value': '第 {{record}} 条记录的“{{column}}”',
  'file.where.column': '“{{column}}”',
  'file.where.cell': '第 {{line}} 行“{{column}}”列',
} as const;
