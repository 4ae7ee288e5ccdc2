/** Taking runs up again: resuming, repeating, adding steps. */
export const again = {
  'again.verbs': 'Run',
  'again.verbs.of': 'Continue or repeat “{{run}}”',
  'again.verbs.selected': 'Continue or repeat the selected runs',
  'again.resume': 'Resume',
  'again.resume.some': 'Resume {{count}} of {{all}}',
  'again.repeat': 'Run again',
  'again.repeat.some': 'Run {{count}} of {{all}} again',
  'again.extend': 'Add steps…',
  'again.extend.some': 'Add steps to {{count}} of {{all}}…',
  'again.started_one': '{{count}} run started',
  'again.started_other': '{{count}} runs started',
  'again.goesOn_one': '{{count}} run goes on',
  'again.goesOn_other': '{{count}} runs go on',
  'again.goesOn.why': '{{goesOn}}. {{why}}',
  'again.asNew.oneOf':
    'One of them was computed by another version, whose last bits may differ: a new run goes on from its checkpoint, and the old one keeps its points.',
  'again.asNew_one':
    'It was computed by another version, whose last bits may differ: a new run goes on from its checkpoint, and the old one keeps its points.',
  'again.asNew_other':
    '{{count}} of them were computed by another version, whose last bits may differ: new runs go on from their checkpoints, and the old ones keep their points.',
  'extend.title': 'Add steps',
  'extend.more': 'more steps',
  'extend.promise':
    'Goes on from the newest checkpoint, to the same bits as a run that was so long from the start.',
  'extend.steps': '{{from}} → {{to}} steps',
  'extend.go': 'Go on',
  'extend.go.some': 'Go on with {{count}} of {{all}}',
  'extend.again': 'Run again from the start with that many steps',
  'extend.again.some': 'Run {{count}} again from the start with that many steps',
} as const;
