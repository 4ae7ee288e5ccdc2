/** 学习率计划的代码。 */
export const code = {
  'code.open': '复制成代码…',
  'code.title': '把这个计划写成代码',
  'code.target': '库',
  'code.copy': '复制',
  'code.copied': '已复制',
  'code.checks': '代码会自己核对：结尾处把开头几个学习率与本应用算出的逐个比较。',
} as const;
