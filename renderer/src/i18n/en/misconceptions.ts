/** Statements to be judged. */
export const misconceptions = {
  'misconceptions.title': 'True or false?',
  'misconceptions.lead':
    'Sentences one hears about gradient descent. Judge each, then see the experiment that settles it.',
  'misconceptions.judged': '{{judged}} of {{all}} judged, {{right}} of them right',
  'misconceptions.true': 'True',
  'misconceptions.false': 'False',
  'misconceptions.right': 'judged right',
  'misconceptions.wrong': 'judged otherwise',
  'misconceptions.holds': 'True.',
  'misconceptions.fails': 'False.',
  'misconceptions.see': 'See it',
  'misconceptions.again': 'Judge again',
} as const;
