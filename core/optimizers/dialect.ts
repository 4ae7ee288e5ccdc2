import type { ChoiceOption, ChoiceParam, ParamSpecs } from '../params.ts';

type Dialect<Id extends string> = Omit<ChoiceOption<Id>, 'defaults'> & {
  /** Constants that this form's source uses and PyTorch does not. */
  readonly defaults?: ChoiceOption['defaults'];
};

/**
 * `params` and beside them the choice of dialect: in which of its published forms the rule is computed.
 * PyTorch's is the default; `others` are the forms of other libraries and of the paper. Each dialect brings
 * constants for all parameters that any of them changes, so that going from one to another leaves none behind.
 */
export function withDialects<const P extends ParamSpecs, const Id extends string>(
  params: P,
  others: readonly Dialect<Id>[],
): P & { readonly dialect: ChoiceParam<'pytorch' | Id> } {
  const changed = new Set(others.flatMap(({ defaults }) => Object.keys(defaults ?? {})));
  const own = Object.fromEntries([...changed].map((name) => [name, params[name]!.default]));
  const dialect: ChoiceParam<'pytorch' | Id> = {
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
        defaults: own as Record<string, number | boolean>,
      },
      ...others.map((other) => ({
        ...other,
        defaults: { ...(own as Record<string, number | boolean>), ...other.defaults },
      })),
    ],
  };
  return { ...params, dialect };
}
