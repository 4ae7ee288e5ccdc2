import type { ChoiceOption, ChoiceParam } from '../params.ts';

/**
 * In which of its published forms a rule is computed. PyTorch's is the default; `others` are the forms of
 * other libraries and of the paper that give other numbers, with the defaults their sources use.
 */
export function dialectParam<const Id extends string>(
  others: readonly ChoiceOption<Id>[],
): ChoiceParam<'pytorch' | Id> {
  return {
    kind: 'choice',
    label: { zh: '写法', en: 'dialect' },
    help: {
      zh: '同一个名字，各家的公式有细微差别；选定一家，数字才对得上。',
      en: 'Libraries compute slightly different rules under one name; choose whose numbers these should be.',
    },
    default: 'pytorch',
    options: [
      {
        id: 'pytorch',
        label: { zh: 'PyTorch', en: 'PyTorch' },
        help: { zh: '上面公式的写法。', en: 'The rule as written above.' },
      },
      ...others,
    ],
  };
}
