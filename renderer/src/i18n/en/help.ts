/** Help for the view one is in. */
export const help = {
  'help.lesson': 'Lesson {{number}}: {{title}}',
  'help.allKeys': 'All keys, in Settings',
} as const;
