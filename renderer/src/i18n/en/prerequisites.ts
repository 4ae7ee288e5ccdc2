/** What one needs before the lessons. Words of a single page stand with the page. */
export const prerequisites = {
  'prerequisites.title': 'What you need first',
  'prerequisites.lead':
    'The mathematics that the lessons take for granted: each on one screen, with one thing to drag.',
  'prerequisites.link': 'One screen and one drag each.',
  'prerequisites.open': 'See all {{all}}',
  'prerequisites.all': 'All of them',
  'prerequisites.try': 'Try this',
  'prerequisites.reached': 'Reached',
  'prerequisites.numbers': 'Numbers that follow the figure',
  'prerequisites.used': 'Where it is used',
  'prerequisites.first': 'New to it? One screen first:',
  'prerequisites.seeTerm': 'See it move',
} as const;
