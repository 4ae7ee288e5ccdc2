/** What became of the runs. */
export const verdict = {
  'verdict.constantRate': 'the constant rate',
  'verdict.quoted': '“{{name}}”',
  'verdict.factor':
    '{{winner}} ends {{factor}} times lower than {{other}}: {{low}} against {{high}}.',
  'verdict.percent': '{{winner}} ends {{percent}} lower than {{other}}: {{low}} against {{high}}.',
  'verdict.lower': '{{winner}} ends lower than {{other}}: {{low}} against {{high}}.',
  'verdict.undecided':
    'The seeds cannot tell them apart: {{winner}} ends at {{low}}, {{other}} at {{high}}.',
  'verdict.undecided.add': 'Add seeds and compare again.',
  'verdict.fork.same':
    '{{fork}} is {{left}}, to the last bit: it changed nothing where it left it.',
  'verdict.fork.change': 'Fork again, and change its rate, schedule or optimizer.',
  'verdict.otherSeeds': 'Their seeds differ: luck does not cancel as it does between equal seeds.',
  'verdict.onlySeeds': 'Only the seeds differ: what lies between {{low}} and {{high}} is luck.',
  'verdict.onlySeeds.same': 'Only the seeds differ, and they change nothing: all end at {{low}}.',
  'verdict.onlySeeds.spread':
    'Mean of the {{last}} over {{seeds}} seeds: {{mean}}, standard deviation {{deviation}}.',
  'verdict.last_one': 'last step',
  'verdict.last_other': 'last {{count}} steps',
  'verdict.tail': 'Mean of the {{last}}, {{seeds}} seeds; {{apart}}.',
  'verdict.swaps': 'By the last step alone about 9 % of seeds swap the order.',
  'verdict.expected': 'By expectation {{sentence}}',
  'verdict.expected.same':
    'By expectation both end at the same value, {{low}}: what their seeds differ by is luck.',
  'verdict.expected.tail':
    'Mean of the {{last}}, {{seeds}} seeds: {{low}} against {{high}}; {{apart}}.',
  'verdict.expected.within':
    'Mean of the {{last}}, {{seeds}} seeds: {{low}} against {{high}}, too close for these seeds to tell.',
  'verdict.expected.oneSeed':
    'Mean of the {{last}} of one seed: {{low}} against {{high}}. How far they are apart is luck, too.',
  'verdict.expected.luck_one':
    'That with this seed {{lead}} is lower over the {{last}}, {{low}} against {{high}}, is luck.',
  'verdict.expected.luck_other':
    'That with these {{count}} seeds {{lead}} is lower over the {{last}}, {{low}} against {{high}}, is luck.',
  'verdict.expected.stretch_one':
    'Over the {{last}} {{lead}} is lower, by expectation as with this seed: {{low}} against {{high}}.',
  'verdict.expected.stretch_other':
    'Over the {{last}} {{lead}} is lower, by expectation as with these {{count}} seeds: {{low}} against {{high}}.',
  'verdict.apart': '{{apart}} standard errors apart',
  'verdict.apart.far': 'far outside the seed spread',
  'verdict.noiseFree': 'Without noise {{winner}} wins: {{low}} against {{high}} for {{other}}.',
  'verdict.same': 'Both end at the same value, to the last bit: {{low}}.',
  'verdict.noiseFree.same': 'Without noise, and both end at the same value: {{low}}.',
  'verdict.certain':
    'Nothing here is left to chance: {{winner}} wins, {{low}} against {{high}} for {{other}}.',
  'verdict.certain.same':
    'Nothing here is left to chance, and both end at the same value: {{low}}.',
  'verdict.accuracy.other':
    '{{winner}} ends with the lower training loss, {{low}} against {{high}}, but {{other}} with the higher test accuracy, {{better}} against {{worse}}.',
  'verdict.accuracy.too':
    '{{winner}} ends with the lower training loss, {{low}} against {{high}} for {{other}}, and the higher test accuracy, {{better}} against {{worse}}.',
  'verdict.accuracy.same':
    '{{winner}} ends with the lower training loss, {{low}} against {{high}} for {{other}}; test accuracy is the same, {{better}}.',
  'verdict.accuracy.firstSeed': 'Test accuracy is that of the first seed.',
  'verdict.many.lowest':
    '{{winner}} ends lowest of {{count}}, at {{low}}; the next, {{other}}, at {{high}}.',
  'verdict.many.same': '{{names}} end lowest of {{count}}, at the same value: {{low}}.',
  'verdict.many.undecided':
    'The seeds cannot tell the lowest {{near}} of {{count}} apart: {{ends}}.',
  'verdict.many.undecided.all': 'The seeds cannot tell these {{count}} apart: {{ends}}.',
  'verdict.many.end': '{{name}} {{loss}}',
  'verdict.many.exact': 'Nothing here is left to chance.',
  'verdict.many.behind': '{{errors}} standard errors or more above {{winner}}: {{names}}.',
  'verdict.many.behind.all': 'The rest, too, are {{errors}} standard errors or more above it.',
  'verdict.many.open': 'Their seeds do not tell these from it: {{names}}.',
  'verdict.many.accuracy.too': 'Its test accuracy, {{better}}, is the highest, too.',
  'verdict.many.accuracy.other':
    'The highest test accuracy is that of {{name}}: {{better}} against {{own}}.',
  'verdict.oneSeed': 'Mean of the {{last}}. One seed may be luck: add seeds for a verdict.',
  'verdict.diverged': '{{diverged}} diverged; {{winner}} ends at {{low}}.',
  'verdict.diverged.all': 'All diverged, so there is no final loss to compare.',
  'verdict.limit': '{{diverged}} passed the loss limit; {{winner}} ends at {{low}}.',
  'verdict.limit.all': 'All passed their loss limit, so there is no final loss to compare.',
  'verdict.blownUp': '{{diverged}} diverged or passed the loss limit; {{winner}} ends at {{low}}.',
  'verdict.blownUp.all':
    'All diverged or passed their loss limit, so there is no final loss to compare.',
  'verdict.diverged.lost': '{{diverged}} diverged.',
  'verdict.limit.lost': '{{diverged}} passed the loss limit.',
  'verdict.blownUp.lost': '{{diverged}} diverged or passed the loss limit.',
  'verdict.grew.one': '{{least}} grew, from {{from}} to {{to}}.',
  'verdict.grew.both':
    'Both grew: {{least}} from {{from}} to {{to}}, {{other}} from {{otherFrom}} to {{otherTo}}.',
  'verdict.grew.all': 'All {{count}} grew, {{least}} least: from {{from}} to {{to}}.',
  'verdict.grew.because':
    'Each ends above where it began, so none is best. Lower η₀; a sweep shows how far.',
  'verdict.unmoved.one': '{{least}} ends no lower than it began: {{to}} after {{from}}.',
  'verdict.unmoved.both':
    'Neither ends lower than it began: {{least}} at {{to}} after {{from}}, {{other}} at {{otherTo}} after {{otherFrom}}.',
  'verdict.unmoved.all':
    'None of the {{count}} ends lower than it began: {{lowest}}, the lowest, at {{to}} after {{from}}.',
  'verdict.unmoved.because':
    'The first losses are those of one batch, so this is hardly a difference: nothing has been learnt. Sweep η₀ to find a rate with which something is.',
  'verdict.goal.sooner':
    '{{winner}} reached its target ({{goal}}) {{factor}} times sooner than {{other}}: at step {{first}} against {{second}}.',
  'verdict.goal.first':
    '{{winner}} reached its target ({{goal}}) at step {{first}}, {{other}} at step {{second}}.',
  'verdict.goal.same': '{{names}} reached their target ({{goal}}) at the same step, {{step}}.',
  'verdict.goal.aloneIn':
    '{{winner}} reached its target ({{goal}}) at step {{step}}; {{others}} did not in {{steps}} steps.',
  'verdict.goal.alone':
    '{{winner}} reached its target ({{goal}}) at step {{step}}; {{others}} never did.',
  'verdict.goal.never': 'Never there: {{others}}.',
  'verdict.goal.missed': 'None reached its target ({{goal}}).',
  'verdict.goal.firstSeed':
    'The first seed decides when a run stops; how soon the others would have arrived is not known.',
  'verdict.goal.oneSeed': 'When one seed arrives may be luck: try others.',
  'verdict.lengths':
    '{{one}} ended at step {{first}} with a loss of {{early}}, {{other}} at step {{second}} with {{late}}.',
  'verdict.lengths.many': 'The runs ended at different steps.',
  'verdict.lengths.because':
    'Losses after different numbers of steps are no verdict: put the cursor on a step that all of them made.',
} as const;
