/** The Learn view: the map of lessons and what stands beside it. */
export const learn = {
  'learn.title': 'From the first step to a real training',
  'learn.lead':
    'Sixteen lessons in which every sentence is an experiment you can run: predict, run, then see why the formula says so.',
  'learn.count_one': '{{count}} lesson',
  'learn.count_other': '{{count}} lessons',
  'learn.path.descent': 'Descent itself',
  'learn.path.optimizers': 'Optimizers',
  'learn.path.decay': 'Noise and decay',
  'learn.path.networks': 'Losses and networks',
  'learn.path.training': 'Real training',
  'learn.unwritten': 'Not in this version yet',
  'learn.needs': 'Builds on: {{lessons}}',
  'learn.needs.and': ', ',
  'learn.beside': 'Beside the lessons',
  'learn.lesson': 'Lesson {{number}}',
  'learn.begin': 'Begin',
  'learn.glossary.open': 'Open the glossary',
  'learn.lens.what':
    'Paste code that sets a learning rate: see which rates it really yields, and where it parts from the formula.',
  'learn.lens.open': 'Read a piece of code',
} as const;
