/** 配置有什么问题。 */
export const configFaults = {
  'config.not-an-object': '要的是一组设置，得到的是 {{given}}。',
  'config.missing': '缺少这个值，允许 {{allowed}}。',
  'config.unknown-field': '不认识 {{given}}，可以是 {{allowed}}。',
  'config.unknown-choice': '没有 {{given}} 这个选项，可以是 {{allowed}}。',
  'config.not-a-number': '{{given}} 不是数，允许 {{allowed}}。',
  'config.not-an-integer': '{{given}} 不是整数，允许 {{allowed}}。',
  'config.not-a-boolean': '{{given}} 不是真或假。',
  'config.not-a-text': '{{given}} 不是文字。',
  'config.bad-formula': '这个公式读不懂：{{given}}。',
  'config.too-deep': '嵌套了 {{given}} 层，允许 {{allowed}} 层。',
  'config.out-of-range': '{{given}} 不在允许的范围内：{{allowed}}。',
  'config.wrong-length': '给了 {{given}}，需要 {{allowed}} 个数。',
  'config.not-shared':
    '分叉与原来的运行共有一段过去：两边都要是 {{allowed}}，而原来的是 {{given}}。',
  'config.repeated': '{{given}} 出现了两次；{{allowed}} 每个正好一次。',
  'config.unsupported-version': '版本 {{given}} 读不了，支持 {{allowed}}。',
  'config.too-many-points': '要记录 {{given}} 个点，最多 {{allowed}}。减少步数，或隔几步记录一次。',
} as const;
