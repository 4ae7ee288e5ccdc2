import { isAdaptive } from '../schedules/index.ts';
import {
  checkedTicks,
  ticksOf,
  type CodeRequest,
  type CodeTarget,
  type Say,
} from './code-request.ts';
import { array } from './dialect.ts';
import { plateauLoop } from './plateau.ts';
import { assignList, define, digits, float, zeroTolerance } from './python.ts';
import { timesRate } from './rule.ts';
import { ruleOf } from './rules/index.ts';
import { snippet } from './snippet.ts';
import { counts, indexLines, ratesAre, tickName, title } from './words.ts';

/** A plain function of the index, for a number or an array of them. */
export const numpy: CodeTarget = {
  id: 'numpy',
  name: 'NumPy',
  write(request, say) {
    if (isAdaptive(request.schedule.id))
      return snippet([[title(request, say)], plateauLoop(request, say)]);
    return snippet([
      [title(request, say), 'import numpy as np'],
      ...rateFunction(request, say),
      assertions(request, say),
    ]);
  },
};

function rateFunction(request: CodeRequest, say: Say): string[][] {
  const rule = ruleOf(request.schedule, array, ticksOf(request).total);
  const tick = tickName(request);
  const body = [
    `"""${tick}: ${say(counts(request))}"""`,
    ...indexLines(request, say, tick, (index) => `np.maximum(${index}, 0)`),
    ...(rule.body ?? []),
    `return ${timesRate(float(request.lr), rule.factor)}`,
  ];
  return [[...(rule.setup ?? [])], define(`rate(${tick})`, body)];
}

function assertions(request: CodeRequest, say: Say): string[] {
  const ticks = ticksOf(request);
  const checked = checkedTicks(ticks);
  const rates = checked.map((n) => digits(ticks.rate(n)));
  const tolerance = `rtol=1e-9, atol=${zeroTolerance(request.lr)}`;
  return [
    say(ratesAre(request)),
    ...assignList('ticks', checked.map(String), array.table),
    ...assignList('expected', rates),
    `np.testing.assert_allclose(rate(ticks), expected, ${tolerance})`,
  ];
}
