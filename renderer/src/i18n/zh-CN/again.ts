/** 接着算：继续、重复、加步数。 */
export const again = {
  'again.verbs': '运行',
  'again.verbs.of': '再运行或接着算“{{run}}”',
  'again.verbs.selected': '再运行或接着算所选的运行',
  'again.resume': '继续',
  'again.resume.some': '继续其中 {{count}} 个（共 {{all}} 个）',
  'again.repeat': '再运行一次',
  'again.repeat.some': '其中 {{count}} 个再运行一次（共 {{all}} 个）',
  'again.extend': '增加步数…',
  'again.extend.some': '给其中 {{count}} 个增加步数（共 {{all}} 个）…',
  'again.started_other': '已开始 {{count}} 个运行',
  'again.goesOn_other': '{{count}} 个运行接着算了',
  'again.goesOn.why': '{{goesOn}}。{{why}}',
  'again.asNew.oneOf':
    '其中一个由另一个版本算出，数的末位可能不同：新的运行从检查点接着算，原来的数据一点不动。',
  'again.asNew_other':
    '有 {{count}} 个由另一个版本算出，数的末位可能不同：新的运行从检查点接着算，原来的数据一点不动。',
  'extend.title': '增加步数',
  'extend.more': '再算多少步',
  'extend.promise': '从最近的检查点接着算，结果与一开始就有这么多步的运行逐位相同。',
  'extend.steps': '{{from}} → {{to}} 步',
  'extend.go': '接着算',
  'extend.go.some': '接着算其中 {{count}} 个（共 {{all}} 个）',
  'extend.again': '改用新的步数，从头再运行',
  'extend.again.some': '其中 {{count}} 个改用新的步数，从头再运行',
} as const;
