/** The glossary, and the cards of its terms. */
export const glossary = {
  'glossary.title': 'Glossary',
  'glossary.search': 'Find a term',
  'glossary.clear': 'Clear the search',
  'glossary.found_one': '{{count}} term',
  'glossary.found_other': '{{count}} terms',
  'glossary.nothing':
    'No term is called that. Try another word for it, its name in Chinese, or the initials of its pinyin.',
  'glossary.alias': 'also called {{alias}}',
  'glossary.lesson': 'Lesson {{number}}: {{title}}',
  'glossary.open': 'Open in the glossary',
  'glossary.explain': 'What “{{term}}” means',
} as const;
