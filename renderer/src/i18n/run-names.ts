import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { schedules, type ScheduleId } from '../../../core/schedules/index.ts';
import { formatSetting } from '../lib/format.ts';
import { t, text } from './i18n.svelte.ts';

/** Names for runs side by side: the schedule, and where that is not enough the constants that differ. */
export function runNames(configs: readonly ExperimentConfig[]): readonly string[] {
  const names = configs.map((config) => {
    const name = text(schedules[config.schedule.id as ScheduleId].name);
    const namesakes = configs.filter((other) => other.schedule.id === config.schedule.id);
    const differing = Object.entries(constantsOf(config)).filter(([symbol, value]) =>
      namesakes.some((other) => constantsOf(other)[symbol] !== value),
    );
    return [
      name,
      ...differing.map(([symbol, value]) => `${symbol} = ${formatSetting(Number(value))}`),
    ].join(t('listSeparator'));
  });
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
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
