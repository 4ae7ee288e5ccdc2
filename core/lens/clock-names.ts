import { countsOf, isMetricName, roleOf } from './names.ts';
import { within, type Expression, type Statement } from './nodes.ts';

/** One way in which code sets a name. */
interface Setting {
  readonly name: string;
  readonly value: Expression;
  /** Conditions under which the line is reached. */
  readonly tests: readonly Expression[];
}

const CONSTANTS = ['True', 'False', 'None'];

/**
 * The names that code sets from numbers, counters and one another alone, whatever they are called: `patience = 5`, or a
 * `wait` that counts every round. What is set under a condition that waits for a metric waits for it, too.
 */
export function clockNames(statements: readonly Statement[]): ReadonlySet<string> {
  const settings = settingsIn(statements, []);
  const clock = new Set(settings.map(({ name }) => name));
  const isKnown = (part: Expression): boolean => {
    if (part.kind === 'name')
      return (
        clock.has(part.name) ||
        CONSTANTS.includes(part.name) ||
        (!isMetricName(part.name) && (countsOf(part.name) ?? roleOf(part.name)) !== null)
      );
    return !['call', 'member', 'item', 'lambda'].includes(part.kind);
  };
  let before: number;
  do {
    before = clock.size;
    for (const { name, value, tests } of settings) {
      const waits = tests.some((test) => asksMetric(test, clock));
      if (waits || !within(value).every(isKnown)) clock.delete(name);
    }
  } while (clock.size < before);
  return clock;
}

/** Whether a metric is asked for; `clock`: names that are none, whatever they are called. */
export function asksMetric(test: Expression, clock: ReadonlySet<string>): boolean {
  return within(test).some(
    (part) =>
      (part.kind === 'member' || (part.kind === 'name' && !clock.has(part.name))) &&
      isMetricName(part.name),
  );
}

function settingsIn(
  statements: readonly Statement[],
  tests: readonly Expression[],
): readonly Setting[] {
  return statements.flatMap((one): readonly Setting[] => {
    if (one.kind === 'for' || one.kind === 'def') return settingsIn(one.body, tests);
    if (one.kind === 'if') return settingsIn([...one.yes, ...one.no], [...tests, one.test]);
    if (one.kind !== 'assign') return [];
    return within(one.target).flatMap((part) =>
      part.kind === 'name' ? [{ name: part.name, value: one.value, tests }] : [],
    );
  });
}
