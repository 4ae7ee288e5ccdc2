import type { ObjectiveId } from '../../core/objectives/index.ts';
import type { Choice } from '../../core/params.ts';

type Named = Readonly<Record<string, number>>;

/** The reference's names of the test functions and of their parameters, in our words. */
const choices: Readonly<Record<string, (params: Named) => Choice<ObjectiveId>>> = {
  quadratic: ({ kappa }) => ({
    id: 'quadratic-bowl',
    params: { lambda1: 1, ...given('lambda2', kappa) },
  }),
  rosenbrock: ({ a, b }) => ({ id: 'rosenbrock', params: { ...given('a', a), ...given('b', b) } }),
  beale: () => ({ id: 'beale', params: {} }),
  himmelblau: () => ({ id: 'himmelblau', params: {} }),
  booth: () => ({ id: 'booth', params: {} }),
  saddle: () => ({ id: 'saddle', params: {} }),
  rastrigin: ({ A }) => ({ id: 'rastrigin', params: given('amplitude', A) }),
  ackley: () => ({ id: 'ackley', params: {} }),
  styblinskiTang: () => ({ id: 'styblinski-tang', params: {} }),
  threeHumpCamel: () => ({ id: 'three-hump-camel', params: {} }),
};

const given = (name: string, value: number | undefined): Named =>
  value === undefined ? {} : { [name]: value };

/** The objective that a reference case names, with its parameters; throws for an unknown name. */
export function objectiveChoice(name: string, params: Named): Choice<ObjectiveId> {
  const choose = Object.hasOwn(choices, name) ? choices[name] : undefined;
  if (!choose) throw new RangeError(`no objective is called '${name}'`);
  return choose(params);
}
