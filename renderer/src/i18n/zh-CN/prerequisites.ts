/** 预备知识。各页自己的话与那一页放在一起。 */
export const prerequisites = {
  'prerequisites.title': '预备知识',
  'prerequisites.lead': '课里当作已知的那点数学：每样一屏，动手拖一次就明白。',
  'prerequisites.link': '每样一屏，动手拖一次。',
  'prerequisites.open': '看全部 {{all}} 样',
  'prerequisites.all': '全部',
  'prerequisites.try': '试一试',
  'prerequisites.reached': '做到了',
  'prerequisites.numbers': '随图变化的数',
  'prerequisites.used': '用在哪里',
  'prerequisites.first': '还不熟悉？先看一屏：',
  'prerequisites.seeTerm': '动手看一看',
} as const;
