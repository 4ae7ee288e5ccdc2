/** Schedules as code. */
export const code = {
  'code.open': 'Copy as code…',
  'code.title': 'This schedule as code',
  'code.target': 'Library',
  'code.copy': 'Copy',
  'code.copied': 'Copied',
  'code.checks':
    'The code checks itself: it ends by comparing its first rates with those this app computes.',
} as const;
