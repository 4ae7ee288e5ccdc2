import { datasets, type DatasetId } from '../../../core/datasets/index.ts';
import { scalings } from '../../../core/datasets/scaling.ts';
import type {
  ExperimentConfig,
  ModelProblemConfig,
  ProblemConfig,
} from '../../../core/experiment/config.ts';
import { losses, type LossId } from '../../../core/losses/index.ts';
import { models, type ModelId } from '../../../core/models/index.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import type { Choice, ParamSpec, ParamSpecs, Value, Values } from '../../../core/params.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import { gradientStreams, type GradientStreamId } from '../../../core/streams/index.ts';
import { formatCount, formatSetting, formatSettingBriefly } from '../lib/format.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { t, text } from './i18n.svelte.ts';
import { stopSettings } from './stop-words.ts';

/** One setting of a run, in words. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** All digits of a number that is too long to be read; absent: `value` has them. */
  readonly exact?: string;
  /** Label and value as one says them in a list: `η₀ = 0.1`, `2 000 steps`; empty if it goes without saying. */
  readonly phrase: string;
}

/** What two settings must have in common to be the same. */
export function exactValue({ value, exact }: Pick<Setting, 'value' | 'exact'>): string {
  return exact ?? value;
}

/** A number as it is read, and all its digits where these are more. */
export function numberWords(given: number): Pick<Setting, 'value' | 'exact'> {
  const [value, exact] = [formatSettingBriefly(given), formatSetting(given)];
  return value === exact ? { value } : { value, exact };
}

/** What a run was run on, in a few words: `quadratic bowl, σ = 1`. */
export function problemWords({ problem }: ExperimentConfig): string {
  if (problem.kind === 'model') {
    return t('runs.model', { data: problemName(problem), batch: problem.batchSize });
  }
  if (problem.kind === 'stream') return problemName(problem);
  const name = problemName(problem);
  return problem.noise === 0
    ? t('runs.objective.exact', { name })
    : t('runs.objective', { name, noise: formatSetting(problem.noise) });
}

/** The schedule with its first constant, and the others that are not as usual: `inverse time, d = 0.01`. */
export function scheduleWords({ schedule }: ExperimentConfig): string {
  const spec = runSchedules[schedule.id as RunScheduleId];
  return [text(spec.name), ...constantsOf(schedule)].join(t('listSeparator'));
}

/** What `scheduleWords` ends with, from the comma behind the name on; '' where it is the name alone. */
export function scheduleConstants({ schedule }: ExperimentConfig): string {
  return constantsOf(schedule)
    .map((phrase) => `${t('listSeparator')}${phrase}`)
    .join('');
}

/** Its words for a sentence that has commas of its own: `inverse time (d = 0.01)`. */
function scheduleInSentence({ schedule }: ExperimentConfig): string {
  const name = text(runSchedules[schedule.id as RunScheduleId].name);
  const constants = constantsOf(schedule).join(t('listSeparator'));
  return constants === '' ? name : t('setting.with', { name, constants });
}

function constantsOf(schedule: Choice): readonly string[] {
  const { params } = runSchedules[schedule.id as RunScheduleId];
  const usual = settingsIn('', params, {});
  return settingsIn('', params, schedule.params)
    .filter((setting, i) => i === 0 || exactValue(setting) !== exactValue(usual[i]!))
    .map(({ phrase }) => phrase)
    .filter((phrase) => phrase !== '');
}

/** Values of a member of a registry; a switch that is off goes without saying. */
export function settingsIn(family: string, specs: ParamSpecs, values: Values): readonly Setting[] {
  return Object.entries(specs).map(([name, spec]) => {
    const key = `${family}${name}`;
    const given = values[name] ?? spec.default;
    const words = valueWords(spec, given);
    const { value } = words;
    const label = text(spec.label);
    if (spec.kind === 'boolean') return { key, label, value, phrase: given === true ? label : '' };
    if (!('symbol' in spec)) return { key, label, ...words, phrase: value };
    const symbol = plainSymbol(spec.symbol);
    const labelled = label.endsWith(` ${symbol}`) ? label : `${label} ${symbol}`;
    return { key, label: labelled, ...words, phrase: `${symbol} = ${value}` };
  });
}

function valueWords(spec: ParamSpec, value: Value): Pick<Setting, 'value' | 'exact'> {
  return spec.kind === 'number' ? numberWords(Number(value)) : { value: plainWords(spec, value) };
}

function plainWords(spec: Exclude<ParamSpec, { kind: 'number' }>, value: Value): string {
  switch (spec.kind) {
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
        .map(({ id }) => text(runSchedules[id as RunScheduleId].name))
        .join(' → ');
  }
}

/** Everything a run was set to, in the order of the inspector. */
export function settingsOf(config: ExperimentConfig): readonly Setting[] {
  const { problem, optimizer, schedule } = config;
  const optimizerSpec = optimizers[optimizer.id as OptimizerId];
  const scheduleSpec = runSchedules[schedule.id as RunScheduleId];
  const unit = t(`schedule.unit.${config.scheduleUnit}`);
  const lr = numberWords(config.lr);
  const steps = formatCount(config.totalSteps);
  const seed = String(config.seed);
  const { replicates } = config;
  const seeds = replicates === 1 ? '' : t('run.seeds.value', { count: replicates });
  return [
    named('problem', problemName(problem)),
    ...problemSettings(problem),
    named('optimizer', text(optimizerSpec.name)),
    ...unusualIn('optimizer.', optimizerSpec.params, optimizer.params),
    named('schedule', text(scheduleSpec.name)),
    ...settingsIn('schedule.', scheduleSpec.params, schedule.params),
    { key: 'unit', label: t('setting.unit'), value: unit, phrase: '' },
    { key: 'lr', label: t('setting.lr'), ...lr, phrase: `η₀ = ${lr.value}` },
    {
      key: 'steps',
      label: t('setting.steps'),
      value: steps,
      phrase: t('setting.phrase.steps', { steps }),
    },
    ...stopSettings(config),
    {
      key: 'seed',
      label: t('setting.seed'),
      value: seed,
      phrase: t('setting.phrase.seed', { seed }),
    },
    {
      key: 'replicates',
      label: t('setting.replicates'),
      value: String(replicates),
      phrase: seeds,
    },
    ...forkSettings(config),
  ];
}

const named = (
  key: 'problem' | 'model' | 'loss' | 'scaling' | 'optimizer' | 'schedule' | 'fork',
  value: string,
): Setting => ({ key, label: t(`setting.${key}`), value, phrase: value });

/** What a member is not told it does as it always does: that goes without saying. */
function unusualIn(family: string, specs: ParamSpecs, values: Values): readonly Setting[] {
  const usual = settingsIn(family, specs, {});
  return settingsIn(family, specs, values).map((setting, i) =>
    exactValue(setting) === exactValue(usual[i]!) ? { ...setting, phrase: '' } : setting,
  );
}

/** Which run it leaves, and where its schedule then stands. */
function forkSettings({ fork, scheduleStart }: ExperimentConfig): readonly Setting[] {
  if (!fork) return [];
  const { from } = fork;
  const step = formatCount(fork.step);
  const run = [
    text(optimizers[from.optimizer.id as OptimizerId].name),
    scheduleWords(from),
    `η₀ = ${formatSetting(from.lr)}`,
  ].join(t('listSeparator'));
  const value = t('setting.fork.of', { step, run });
  const start = formatCount(scheduleStart);
  return [
    named('fork', value),
    { key: 'scheduleStart', label: t('setting.scheduleStart'), value: start, phrase: '' },
    ...forkSettings(from).map((setting) => ({ ...setting, key: `fork.${setting.key}` })),
  ];
}

function problemName(problem: ProblemConfig): string {
  switch (problem.kind) {
    case 'objective':
      return text(objectives[problem.objective.id as ObjectiveId].name);
    case 'stream':
      return text(gradientStreams[problem.stream.id as GradientStreamId].name);
    case 'model':
      return text(datasets[problem.dataset.id as DatasetId].name);
  }
}

function problemSettings(problem: ProblemConfig): readonly Setting[] {
  if (problem.kind === 'model') return modelSettings(problem);
  const start = `(${problem.start.map(formatSetting).join(', ')})`;
  const first: Setting = {
    key: 'start',
    label: t('setting.start'),
    value: start,
    phrase: t('setting.phrase.start', { start }),
  };
  if (problem.kind === 'stream') {
    const { params } = gradientStreams[problem.stream.id as GradientStreamId];
    return [first, ...settingsIn('stream.', params, problem.stream.params)];
  }
  const { objective } = problem;
  const { params } = objectives[objective.id as ObjectiveId];
  const noise = formatSetting(problem.noise);
  return [
    first,
    ...settingsIn('objective.', params, objective.params),
    {
      key: 'noise',
      label: t('setting.noise'),
      value: noise,
      phrase: problem.noise === 0 ? t('setting.phrase.exact') : `σ = ${noise}`,
    },
  ];
}

function modelSettings(problem: ModelProblemConfig): readonly Setting[] {
  const { dataset, model, loss, l2, scaling, batchSize } = problem;
  const modelSpec = models[model.id as ModelId];
  const lossSpec = losses[loss.id as LossId];
  const penalty = formatSetting(l2);
  const batch = formatCount(batchSize);
  return [
    ...unusualIn('dataset.', datasets[dataset.id as DatasetId].params, dataset.params),
    named('model', text(modelSpec.name)),
    ...unusualIn('model.', modelSpec.params, model.params),
    named('loss', text(lossSpec.name)),
    ...unusualIn('loss.', lossSpec.params, loss.params),
    { key: 'l2', label: t('setting.l2'), value: penalty, phrase: l2 === 0 ? '' : `λ = ${penalty}` },
    { ...named('scaling', text(scalings[scaling])), phrase: '' },
    {
      key: 'batch',
      label: t('setting.batch'),
      value: batch,
      phrase: t('setting.phrase.batch', { batch }),
    },
  ];
}

/**
 * Settings of several runs, split into those that differ and those that are the same in all. A training log (null)
 * has none; where fewer than two have any there is nothing to compare.
 */
export function compareSettings(configs: readonly (ExperimentConfig | null)[]): {
  /** By setting: its label, and one value per run (null where a run has no such setting). */
  readonly differing: readonly { key: string; label: string; values: readonly (string | null)[] }[];
  readonly same: readonly Setting[];
} {
  const all = configs.map(
    (config) => config && new Map(settingsOf(config).map((setting) => [setting.key, setting])),
  );
  const having = all.flatMap((settings, i) => (settings ? [i] : []));
  if (having.length < 2) return { differing: [], same: [] };
  const keys = [...new Set(all.flatMap((settings) => [...(settings?.keys() ?? [])]))];
  const rows = keys.map((key) => {
    const found = all.map((settings) => settings?.get(key) ?? null);
    const { label, phrase } = found.find((setting) => setting !== null)!;
    const exact = found.map((setting) => setting && exactValue(setting));
    const brief = found.map((setting) => setting?.value ?? null);
    // Digits that are not read are said where nothing else tells two values apart.
    const values = new Set(brief).size < new Set(exact).size ? exact : brief;
    return { key, label, phrase, values };
  });
  const agrees = ({ values }: { values: readonly (string | null)[] }): boolean =>
    having.every((i) => values[i] === values[having[0]!]);
  return {
    differing: rows.filter((row) => !agrees(row)),
    same: rows
      .filter(agrees)
      .map(({ values, ...row }) => ({ ...row, value: values[having[0]!] ?? '' })),
  };
}

/** What a run has otherwise than another, as one says it: `inverse time, d = 0.02`; empty: nothing. */
export function differenceWords(config: ExperimentConfig, from: ExperimentConfig): string {
  const { differing } = compareSettings([from, config]);
  const schedulesDiffer = differing.some(({ key }) => key === 'schedule');
  const own = new Map(settingsOf(config).map((setting) => [setting.key, setting]));
  const phrases = differing
    .filter(({ key }) => !schedulesDiffer || !key.startsWith('schedule.'))
    .map(({ key, label, values }) => {
      if (key === 'schedule') return scheduleWords(config);
      const phrase = own.get(key)?.phrase;
      return phrase === undefined || phrase === '' ? `${label} ${values[1] ?? '—'}` : phrase;
    });
  return phrases.join(t('listSeparator'));
}

/** With more changes than these a sentence names the settings and leaves the values to the table. */
const FEW_CHANGES = 3;

/** What differs between runs, as a sentence. */
export function changesWords(configs: readonly ExperimentConfig[]): string {
  const { differing } = compareSettings(configs);
  if (differing.length === 0) return t('compare.nothing');
  const schedulesDiffer = differing.some(({ key }) => key === 'schedule');
  // The constants of two schedules are said with their schedules.
  const changed = differing.filter(({ key }) => !schedulesDiffer || !key.startsWith('schedule.'));
  if (configs.length > 2 || changed.length > FEW_CHANGES) {
    const list = changed.map(({ label }) => label).join(t('listSeparator'));
    return t('compare.differIn', { list });
  }
  const changes = changed.map(({ key, label, values }) => {
    const [from, to] = key === 'schedule' ? configs.map(scheduleInSentence) : values;
    return t('compare.change', { label, from: from ?? '—', to: to ?? '—' });
  });
  return t('compare.changed', { changes: changes.join(t('listSeparator')) });
}
