import { ConfigError } from '../errors.ts';
import { parseParams, type Choice, type ParamSpecs, type ParseChoice } from '../params.ts';
import { parseChoice, parseObject } from '../parse.ts';
import {
  adaptiveScheduleIds,
  adaptiveSchedules,
  isAdaptive,
  scheduleIds,
  schedules,
  type ScheduleId,
} from '../schedules/index.ts';

/** How deep schedules may stand inside schedules. */
const MOST_DEPTH = 4;

/** The schedule of a run: one that looks at a metric, or a pure one with the schedules inside it. */
export function parseRunSchedule(given: unknown, path: string): Choice {
  const { id } = parseObject(given, path, ['id', 'params']);
  if (isAdaptive(id)) {
    const choice = parseMember(given, path, adaptiveScheduleIds, adaptiveSchedules);
    adaptiveSchedules[choice.id].check?.(choice.params as never, `${path}.params`);
    return choice;
  }
  parseChoice(id, `${path}.id`, [...scheduleIds, ...adaptiveScheduleIds]);
  return parseSchedule(given, path);
}

/** A pure schedule, with the schedules inside it. */
export function parseSchedule(given: unknown, path: string, depth = 0): Choice<ScheduleId> {
  if (depth > MOST_DEPTH) throw new ConfigError('too-deep', path, `${depth}`, `≤ ${MOST_DEPTH}`);
  const choice = parseMember(given, path, scheduleIds, schedules, (inner, at) =>
    parseSchedule(inner, at, depth + 1),
  );
  const spec: { check?(values: never, path: string): void } = schedules[choice.id];
  spec.check?.(choice.params as never, `${path}.params`);
  return choice;
}

/** A choice from a registry, with its parameters. */
export function parseMember<Id extends string>(
  given: unknown,
  path: string,
  ids: readonly Id[],
  registry: Readonly<Record<Id, { readonly params: ParamSpecs }>>,
  parseInner?: ParseChoice,
): Choice<Id> {
  const choice = parseObject(given, path, ['id', 'params']);
  const id = parseChoice(choice['id'], `${path}.id`, ids);
  const { params } = registry[id];
  return { id, params: parseParams(params, choice['params'], `${path}.params`, parseInner) };
}
