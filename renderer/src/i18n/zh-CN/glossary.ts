/** 术语表，以及术语卡片。 */
export const glossary = {
  'glossary.title': '术语表',
  'glossary.search': '查找术语',
  'glossary.clear': '清空查找',
  'glossary.found_other': '{{count}} 条',
  'glossary.nothing': '没有叫这个名字的术语。换一个说法、英文名，或者拼音首字母试试。',
  'glossary.alias': '也叫“{{alias}}”',
  'glossary.lesson': '第 {{number}} 课：{{title}}',
  'glossary.open': '在术语表里打开',
  'glossary.explain': '“{{term}}”是什么意思',
} as const;
