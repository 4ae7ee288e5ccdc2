import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { schedules, type ScheduleId } from '../../../core/schedules/index.ts';
import { formatSetting } from '../lib/format.ts';
import { t, text } from './i18n.svelte.ts';

/** Names for runs side by side: the schedule, and where that is not enough the constants that differ. */
export function runNames(configs: readonly ExperimentConfig[]): readonly string[] {
  const named = configs.map((config, i) => {
    const name = text(schedules[config.schedule.id as ScheduleId].name);
    const namesakes = configs.filter((other) => other.schedule.id === config.schedule.id);
    if (namesakes.length === 1) return name;
    const differing = Object.entries(constantsOf(config)).filter(([symbol, value]) =>
      namesakes.some((other) => constantsOf(other)[symbol] !== value),
    );
    if (differing.length === 0) return `${name} ${namesakes.indexOf(configs[i]!) + 1}`;
    return [
      name,
      ...differing.map(([symbol, value]) => `${symbol} = ${formatSetting(Number(value))}`),
    ].join(t('listSeparator'));
  });
  return named;
}

/** η₀ and the schedule's constants by their symbols. */
function constantsOf({
  lr,
  schedule,
}: ExperimentConfig): Readonly<Record<string, number | boolean>> {
  const { params } = schedules[schedule.id as ScheduleId];
  const constants = Object.entries(params).map(([name, spec]) => [
    spec.symbol,
    schedule.params[name] ?? spec.default,
  ]);
  return { 'η₀': lr, ...Object.fromEntries(constants) };
}
