/** Several runs at once: comparing, forking, racing. */
export const severalRuns = {
  'compare.runs': 'Runs',
  'compare.add': 'Add a run to compare',
  'compare.repeat': 'Same settings, another seed',
  'compare.remove': 'Remove “{{run}}”',
  'compare.select': 'Edit “{{run}}”',
  'compare.position': 'run {{index}} of {{count}}',
  fork: 'Fork',
  'fork.here': 'Fork here',
  'fork.help':
    'Another future from this step: same parameters, same random numbers, settings of your choice',
  'fork.not.end':
    'The run ends here, so there is no other future. Go to an earlier step to fork there.',
  'fork.not.stopped':
    'A stop rule ended the run here, and would end a fork, too. Go to an earlier step to fork there.',
  'fork.not.diverged':
    'The run diverged here: from numbers that are not finite nothing goes on. Go to an earlier step to fork there.',
  'fork.name': 'from step {{step}}',
  'fork.note':
    'Leaves the run it comes from after step {{step}}, with its parameters, slots and random numbers.',
  'fork.note.unchanged':
    'Nothing is changed yet: it is that run, to the last bit. Change the rate, the schedule or the optimizer.',
  'fork.unchanged':
    '“{{run}}” changes nothing yet: it would be the run it leaves, to the last bit. Change its rate, schedule or optimizer, or remove it, then run.',
  'fork.anew': 'Begin the schedule at the fork',
  'race.open': 'Race…',
  'race.start': 'Find best rates',
  'race.best': 'η₀ = {{rate}}, tail loss {{loss}}',
  'race.rate': 'η₀ = {{rate}}',
  'race.edge': 'At the edge of what was swept: {{runs}}.',
  'race.beyond':
    'At the edge of the swept range: {{runs}}. Better rates may lie beyond, and until they are swept the race is not fair.',
  'race.end': 'At the end of what a rate may be: {{runs}}.',
  'race.lower': 'Smaller rates may bring these down, sweep on: {{runs}}.',
  'race.none': 'no rate brings it below where it began',
  'race.own': 'Race, each at its own best rate',
  'race.one': 'Race, all at {{rate}}',
  'raced.own': 'Race: each at its own best η₀ (from a sweep)',
  'raced.one': 'Race: all at one η₀ = {{rate}}',

  'compare.title_one': 'comparing {{count}} run',
  'compare.title_other': 'comparing {{count}} runs',
  'compare.otherProblems': 'Different problems: their losses cannot be compared.',
  'compare.changed': 'Changed: {{changes}}.',
  'compare.change': '{{label}} {{from}} → {{to}}',
  'compare.differIn': 'They differ in {{list}}.',
  'compare.outcome.same': 'The final loss stays {{loss}}.',
  'compare.outcome.exact': 'Final loss {{change}}; nothing here is left to chance.',
  'compare.outcome.expected': 'Expected final loss {{change}}.',
  'compare.outcome.outside': 'Final loss {{change}}, outside the seed spread.',
  'compare.outcome.within': 'Final loss {{change}}, within the seed spread.',
  'compare.outcome.oneSeed': 'Final loss {{change}}, with one seed: it may be luck.',
  'compare.waiting_one': 'No verdict: {{names}} has not ended by itself.',
  'compare.waiting_other': 'No verdict: {{names}} have not ended by themselves.',
  'compare.same': 'The same in all: {{list}}',
  'compare.same.computed':
    'The same in all but the training logs, of which no settings are known: {{list}}',
  'compare.unknown': 'not known: a training log has no settings',
  'compare.short_one': '{{runs}} has {{steps}} of the {{total}} steps shown.',
  'compare.short_other': '{{runs}} have at most {{steps}} of the {{total}} steps shown.',
  'compare.short.share': 'Show % of run',
  'compare.short.log': 'Show steps on a log axis',
  'compare.nothing': 'The settings are identical.',
  'compare.only': 'Only what differs',
  'parting.losses': 'recorded losses',
  'parting.losses.seeds': 'recorded losses of the first seeds',
  'parting.at':
    'Their {{losses}} are the same to the last bit up to step {{last}} and first differ at step {{step}}.',
  'parting.at.from':
    'All are recorded from step {{from}} on; their {{losses}} first differ at step {{step}}.',
  'parting.atOnce': 'Their {{losses}} differ already at step {{step}}, the first that all have.',
  'parting.never_one':
    'Their {{losses}} never differ: the same to the last bit at the only step that all have, {{last}}.',
  'parting.never_other':
    'Their {{losses}} never differ: the same to the last bit at all {{values}} steps that all have, up to step {{last}}.',
  'parting.nothing': 'There is no step at which all of them have a recorded loss.',
  'parting.searching': 'Looking for where they part: the same up to step {{last}} …',
  'parting.go': 'Go to step {{step}}',
} as const;
