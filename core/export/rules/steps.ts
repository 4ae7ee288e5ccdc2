/** Closed rules of the schedules that move in steps, and of those given by hand. */
import type { constantFactor } from '../../schedules/constant-factor.ts';
import type { constant } from '../../schedules/constant.ts';
import type { cycle } from '../../schedules/cycle.ts';
import type { list } from '../../schedules/list.ts';
import { milestonesIn, type multiStep } from '../../schedules/multi-step.ts';
import type { multiplicative } from '../../schedules/multiplicative.ts';
import { lengthOf, TENTH, THIRD } from '../../schedules/shared-params.ts';
import type { step } from '../../schedules/step.ts';
import type { Dialect } from '../dialect.ts';
import { assignList, float } from '../python.ts';
import { wholeLengths } from '../rule.ts';
import type { RuleOf } from './rule-of.ts';

export const constantRule: RuleOf<typeof constant> = (_values, { dialect }) => ({
  factor: dialect.constant('1.0'),
});

export const stepRule: RuleOf<typeof step> = ({ stepSize, gamma }, { dialect, total }) => ({
  factor: dialect.power(float(gamma), wholeLengths(lengthOf(stepSize, total, THIRD))),
});

export const multiStepRule: RuleOf<typeof multiStep> = (values, { dialect, total }) => {
  const milestones = `[${milestonesIn(values.milestones, total).join(', ')}]`;
  return {
    setup: [`milestones = ${dialect.table(milestones)}`],
    factor: dialect.power(float(values.gamma), dialect.passed('milestones')),
  };
};

export const constantFactorRule: RuleOf<typeof constantFactor> = (values, { dialect, total }) => {
  const end = lengthOf(values.length, total, TENTH);
  return { factor: dialect.where(`t < ${end}`, float(values.factor), '1.0') };
};

export const listRule: RuleOf<typeof list> = ({ values, hold }, { dialect, total }) => {
  const n = values.length;
  const index = hold > 0 ? held(hold) : `t * ${n} // ${Math.max(1, total)}`;
  return {
    setup: tableOf('values', values, dialect),
    factor: dialect.at('values', dialect.min(index, `${n - 1}`)),
  };
};

export const cycleRule: RuleOf<typeof cycle> = ({ values, hold }, { dialect }) => ({
  setup: tableOf('values', values, dialect),
  factor: dialect.at('values', `${wholeLengths(hold)} % ${values.length}`),
});

export const multiplicativeRule: RuleOf<typeof multiplicative> = ({ factors }, { dialect }) => {
  const n = factors.length;
  const last = float(factors[n - 1]!);
  if (n === 1) return { factor: dialect.power(last, 't') };
  const listed = assignList('factors', factors.map(float));
  const rest = dialect.power(last, dialect.max(`t - ${n}`, '0'));
  if (dialect.kind === 'scalar') {
    return { setup: listed, factor: `math.prod(factors[:t]) * ${rest}` };
  }
  return {
    setup: [...listed, `products = ${dialect.table('np.cumprod([1.0, *factors])')}`],
    factor: `${dialect.at('products', dialect.min('t', `${n}`))} * ${rest}`,
  };
};

function held(hold: number): string {
  return hold === 1 ? 't' : `t // ${hold}`;
}

function tableOf(name: string, values: readonly number[], { table }: Dialect): string[] {
  return assignList(name, values.map(float), table);
}
