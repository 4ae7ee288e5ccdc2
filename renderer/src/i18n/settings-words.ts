import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Choice, ParamSpec, ParamSpecs, Value, Values } from '../../../core/params.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { schedules, type ScheduleId } from '../../../core/schedules/index.ts';
import { formatCount, formatSetting } from '../lib/format.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { t, text } from './i18n.svelte.ts';

/** One setting of a run, in words. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** What a run was run on, in a few words: `bowl, σ = 1`. */
export function problemWords({ problem }: ExperimentConfig): string {
  if (problem.kind === 'model') return t('runs.digits', { batch: problem.batchSize });
  return problem.noise === 0
    ? t('runs.bowl.exact')
    : t('runs.bowl', { noise: formatSetting(problem.noise) });
}

/** The schedule with its first constant, and the others that are not as usual: `inverse time, d = 0.01`. */
export function scheduleWords({ schedule }: ExperimentConfig): string {
  const spec = schedules[schedule.id as ScheduleId];
  const usual = settingsIn(spec.params, {});
  const constants = settingsIn(spec.params, schedule.params)
    .filter(({ value }, i) => i === 0 || value !== usual[i]!.value)
    .map(({ phrase }) => phrase);
  return [text(spec.name), ...constants].filter((part) => part !== '').join(t('listSeparator'));
}

/** Values of a member of a registry: for a table, and as phrases (a switch that is off says nothing). */
function settingsIn(
  specs: ParamSpecs,
  values: Values,
): readonly (Setting & { readonly phrase: string })[] {
  return Object.entries(specs).map(([key, spec]) => {
    const given = values[key] ?? spec.default;
    const value = valueWords(spec, given);
    if (spec.kind === 'boolean') {
      return {
        key,
        label: text(spec.label),
        value,
        phrase: given === true ? text(spec.label) : '',
      };
    }
    if (!('symbol' in spec)) return { key, label: text(spec.label), value, phrase: value };
    const symbol = plainSymbol(spec.symbol);
    return { key, label: `${text(spec.label)} ${symbol}`, value, phrase: `${symbol} = ${value}` };
  });
}

function valueWords(spec: ParamSpec, value: Value): string {
  switch (spec.kind) {
    case 'number':
      return formatSetting(Number(value));
    case 'boolean':
      return t(value === true ? 'setting.on' : 'setting.off');
    case 'choice':
      return text(spec.options.find(({ id }) => id === value)!.label);
    case 'text':
      return String(value);
    case 'numbers':
      return `(${(value as readonly number[]).map(formatSetting).join(', ')})`;
    case 'schedules':
      return (value as readonly Choice[])
        .map(({ id }) => text(schedules[id as ScheduleId].name))
        .join(' → ');
  }
}

/** Everything a run was set to, in the order of the inspector. */
export function settingsOf(config: ExperimentConfig): readonly Setting[] {
  const { problem, schedule } = config;
  const spec = schedules[schedule.id as ScheduleId];
  const settings: (readonly [key: string, label: string, value: string])[] = [
    [
      'problem',
      t('setting.problem'),
      t(problem.kind === 'model' ? 'problem.digits' : 'problem.bowl'),
    ],
  ];
  if (problem.kind === 'objective') {
    const start = `(${problem.start.map(formatSetting).join(', ')})`;
    settings.push(['start', t('setting.start'), start]);
    for (const [name, value] of Object.entries(problem.objective.params)) {
      settings.push([
        `objective.${name}`,
        name.replace('lambda1', 'λ₁').replace('lambda2', 'λ₂'),
        formatSetting(Number(value)),
      ]);
    }
    settings.push(['noise', t('setting.noise'), formatSetting(problem.noise)]);
  } else settings.push(['batch', t('setting.batch'), String(problem.batchSize)]);
  settings.push([
    'optimizer',
    t('setting.optimizer'),
    text(optimizers[config.optimizer.id as OptimizerId].name),
  ]);
  settings.push(['schedule', t('setting.schedule'), text(spec.name)]);
  for (const { key, label, value } of settingsIn(spec.params, schedule.params)) {
    settings.push([`schedule.${key}`, label, value]);
  }
  settings.push(['unit', t('setting.unit'), t(`schedule.unit.${config.scheduleUnit}`)]);
  settings.push(['lr', t('setting.lr'), formatSetting(config.lr)]);
  settings.push(['steps', t('setting.steps'), formatCount(config.totalSteps)]);
  settings.push(['seed', t('setting.seed'), String(config.seed)]);
  settings.push(['replicates', t('setting.replicates'), String(config.replicates)]);
  return settings.map(([key, label, value]) => ({ key, label, value }));
}

/** Settings of several runs, split into those that differ and those that are the same in all. */
export function compareSettings(configs: readonly ExperimentConfig[]): {
  /** By setting: its label, and one value per run (null where a run has no such setting). */
  readonly differing: readonly { key: string; label: string; values: readonly (string | null)[] }[];
  readonly same: readonly Setting[];
} {
  const all = configs.map((config) => new Map(settingsOf(config).map((s) => [s.key, s])));
  const keys = [...new Set(all.flatMap((settings) => [...settings.keys()]))];
  const rows = keys.map((key) => {
    const found = all.map((settings) => settings.get(key) ?? null);
    const label = found.find((setting) => setting !== null)!.label;
    return { key, label, values: found.map((setting) => setting?.value ?? null) };
  });
  const agrees = ({ values }: { values: readonly (string | null)[] }): boolean =>
    values.every((value) => value === values[0]);
  return {
    differing: rows.filter((row) => !agrees(row)),
    same: rows
      .filter(agrees)
      .map(({ key, label, values }) => ({ key, label, value: values[0] ?? '' })),
  };
}

/** What differs between runs as one phrase: `schedule constant → inverse time, d = 0.01`; empty if nothing does. */
export function changesWords(configs: readonly ExperimentConfig[]): string {
  const { differing } = compareSettings(configs);
  const arrow = (values: readonly (string | null)[]): string =>
    [...new Set(values.map((value) => value ?? '—'))].join(' → ');
  const schedulesDiffer = differing.some(({ key }) => key === 'schedule');
  return differing
    .filter(({ key }) => !schedulesDiffer || !key.startsWith('schedule.'))
    .map(({ key, label, values }) => {
      const shown = key === 'schedule' ? configs.map(scheduleWords) : values;
      return `${label} ${arrow(shown)}`;
    })
    .join(t('listSeparator'));
}
