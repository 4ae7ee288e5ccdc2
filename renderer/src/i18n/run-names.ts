import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import { formatCount } from '../lib/format.ts';
import { t, text } from './i18n.svelte.ts';
import { exactValue, numberWords, settingsIn, type Setting } from './settings-words.ts';
import { abbreviation, shortened } from './short-name.ts';

/**
 * Names for runs side by side: optimizer and schedule, whichever differ (the schedule where neither does, unless
 * it is the constant one), and where that is not enough the constants and seeds that differ. A fork says first where
 * it leaves: what is cut of a long name is its end, and with the rest it is called as the run it leaves. Runs of a
 * race are called by their rates, too (`rated`): those of the next race have the same optimizers.
 */
export function runNames(configs: readonly ExperimentConfig[], rated = false): readonly string[] {
  const differs = (of: (config: ExperimentConfig) => string): boolean =>
    new Set(configs.map(of)).size > 1;
  const byOptimizer = differs(({ optimizer }) => optimizer.id);
  const bySchedule =
    differs(({ schedule }) => schedule.id) ||
    (!byOptimizer && configs.some(({ schedule }) => schedule.id !== 'constant'));
  const names = configs.map((config) => {
    const namesakes = configs.filter(
      (other) =>
        other !== config &&
        other.schedule.id === config.schedule.id &&
        other.optimizer.id === config.optimizer.id,
    );
    const constants = differingConstants(config, namesakes, rated);
    const parts = [
      ...(byOptimizer ? [optimizerName(config)] : []),
      ...(bySchedule ? [scheduleName(config)] : []),
      ...constants.map(({ phrase }) => phrase).filter((phrase) => phrase !== ''),
    ];
    const own = parts.length > 0 ? parts : [scheduleName(config)];
    const { fork } = config;
    const leaves = fork ? [t('fork.name', { step: formatCount(fork.step) })] : [];
    return [...leaves, ...own].join(t('listSeparator'));
  });
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/**
 * What a picture with little room calls runs of these names: without their first rates, where they are told apart
 * without.
 */
export function namesInPictures(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.replace(/(?:, |，)η₀ = [^,，]+/, ''));
  return new Set(short).size === names.length ? short : names;
}

/** In short; descent is stochastic, and called SGD, only where chance has a part. */
function optimizerName(config: ExperimentConfig): string {
  const name = text(optimizers[config.optimizer.id as OptimizerId].name);
  return (isRandom(config) ? abbreviation(name) : null) ?? shortened(name);
}

const scheduleName = ({ schedule }: ExperimentConfig): string =>
  text(runSchedules[schedule.id as RunScheduleId].name);

type Constant = Pick<Setting, 'key' | 'value' | 'exact' | 'phrase'>;

/** Those that are not the same in all the others. */
function differingConstants(
  config: ExperimentConfig,
  others: readonly ExperimentConfig[],
  rated: boolean,
): readonly Constant[] {
  // Every movement of a control asks for the names, and to word constants takes long.
  if (others.length === 0 && !rated) return [];
  const theirs = others.map(constantsOf);
  return constantsOf(config).flatMap((own) => {
    const others = theirs.map((constants) => constants.find(({ key }) => key === own.key));
    const unlike = others.filter((other) => !other || exactValue(other) !== exactValue(own));
    if (unlike.length === 0 && !(rated && own.key === 'lr')) return [];
    return unlike.some((other) => other?.phrase === own.phrase) ? exactly(own) : own;
  });
}

/** With every digit: with fewer it would be called as another. */
function exactly(constant: Constant): Constant {
  return { ...constant, phrase: constant.phrase.replace(constant.value, exactValue(constant)) };
}

/** η₀, the constants of schedule and optimizer and the seed, as phrases. */
function constantsOf({ lr, schedule, optimizer, seed }: ExperimentConfig): readonly Constant[] {
  const ofSchedule = runSchedules[schedule.id as RunScheduleId].params;
  const ofOptimizer = optimizers[optimizer.id as OptimizerId].params;
  const rate = numberWords(lr);
  return [
    { key: 'lr', ...rate, phrase: `η₀ = ${rate.value}` },
    ...settingsIn('schedule.', ofSchedule, schedule.params),
    ...settingsIn('optimizer.', ofOptimizer, optimizer.params),
    {
      key: 'seed',
      value: String(seed),
      phrase: t('setting.phrase.seed', { seed: String(seed) }),
    },
  ];
}
