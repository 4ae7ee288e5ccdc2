/** 当前界面的帮助。 */
export const help = {
  'help.lesson': '第 {{number}} 课：{{title}}',
  'help.allKeys': '全部快捷键，在设置里',
} as const;
