/** 对错判断。 */
export const misconceptions = {
  'misconceptions.title': '误解：对还是错？',
  'misconceptions.lead': '关于梯度下降，人们常说的一些话。先判断对错，再去看能定对错的那个实验。',
  'misconceptions.judged': '共 {{all}} 条，判断过 {{judged}} 条，判对 {{right}} 条',
  'misconceptions.true': '对',
  'misconceptions.false': '错',
  'misconceptions.right': '判对',
  'misconceptions.wrong': '判反了',
  'misconceptions.holds': '对。',
  'misconceptions.fails': '错。',
  'misconceptions.see': '看实验',
  'misconceptions.again': '重新判断',
} as const;
