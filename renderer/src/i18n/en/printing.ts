/** What stands on paper and not on the screen. */
export const printing = {
  'print.menu': 'Print this lesson or save it',
  'print.nothing':
    'This page is not made for paper. Lessons, what they need first, guides, the glossary, the statements, the Lab, a run and a comparison are: open one of them first.',
  'print.folded':
    'The rest of this lesson is not printed yet: what is to be seen belongs after the run. Run the experiment, then print again.',
  'print.settings': 'Settings: {{list}}',
  'print.compare_one': 'Comparison of {{count}} run',
  'print.compare_other': 'Comparison of {{count}} runs',
  'print.results': 'Results',
  'print.results.run': 'run',
  'print.results.steps': 'steps',
  'print.results.loss': 'last loss',
  'print.challenge.result': 'came to',
  'print.challenge.tried': 'tried',
  'print.challenge.met': 'met',
} as const;
