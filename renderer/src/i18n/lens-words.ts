import type { RateComparison } from '../../../core/lens/compare-rates.ts';
import type { LensError } from '../../../core/lens/errors.ts';
import type { ClockReading } from '../../../core/lens/reading.ts';
import { formatNumber, formatSetting } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** An index of the rates in words: `epoch 2`. */
export function rateIndex({ unit }: Pick<ClockReading, 'unit'>, index: number): string {
  return t(`lens.at.${unit}`, { t: index });
}

/** The first sentence: which rule the code's rates are, and where they part from the formula. */
export function findingWords(reading: ClockReading, comparison: RateComparison): readonly string[] {
  const { rates } = reading;
  const { partsAt, formula } = comparison;
  const parting =
    partsAt === null
      ? t('lens.same')
      : t('lens.differ', {
          at: rateIndex(reading, partsAt),
          code: rateText(rates[partsAt]!),
          formula: rateText(formula[partsAt]!),
        });
  const agreeing = partsAt === null || partsAt === 0 ? [] : [t('lens.agree', { count: partsAt })];
  return [ruleWords(reading), parting, ...agreeing];
}

/** What else is to be said: how it counts, how far it comes, which numbers are the code's own. */
export function remarkWords(
  reading: ClockReading,
  { formula, travel, formulaTravel, left }: RateComparison,
  stepsPerEpoch: number,
): readonly string[] {
  const { rates, unit, rule, own, insideVelocity } = reading;
  const shift = rule?.shift ?? 0;
  const names = [...(own.lr ? [`η₀ = ${formatSetting(reading.lr)}`] : [])];
  if (own.decay) names.push(`k = ${formatSetting(reading.decay)}`);
  const changes = rates.every((rate, i) => i < stepsPerEpoch || rate !== rates[i - 1]);
  return [
    ...(shift > 0 ? [t('lens.shift.one')] : []),
    ...(shift < 0 ? [t('lens.shift.behind', { unit: unitWord(unit) })] : []),
    ...(unit === 'step' && stepsPerEpoch > 1 && changes
      ? [t('lens.perStep', { count: stepsPerEpoch })]
      : []),
    t('lens.end', {
      count: rates.length,
      code: rateText(rates.at(-1)!),
      formula: rateText(formula.at(-1)!),
      travel: formatNumber(travel),
      formulaTravel: formatNumber(formulaTravel),
    }),
    ...(left === null
      ? []
      : [
          left === Infinity ? t('lens.left.endless') : t('lens.left', { left: formatNumber(left) }),
        ]),
    ...(insideVelocity ? [t('lens.velocity')] : []),
    ...(names.length > 0 ? [t('lens.own', { what: names.join(t('listSeparator')) })] : []),
  ];
}

/** A rate to five digits, so that neighbours differ: `0.090909`. */
export function rateText(rate: number): string {
  return formatNumber(rate, 5);
}

function unitWord(unit: ClockReading['unit']): string {
  return t(`lens.unit.${unit}`);
}

function ruleWords({ rule, unit }: ClockReading): string {
  if (!rule) return t('lens.is.none');
  const { id, params } = rule.choice;
  const number = (name: string): string => formatSetting(params[name] as number);
  const word = unitWord(unit);
  const length = (params['decayLength'] as number | undefined) ?? 1;
  const stair = params['staircase'] === true;
  switch (id) {
    case 'constant':
      return t('lens.is.constant');
    case 'inverse-time':
      return stair
        ? t('lens.is.stairs', { length, unit: word })
        : t('lens.is.inverse-time', {
            unit: word,
            d: perUnit((params['decay'] as number) / length),
          });
    case 'literal-recurrence':
      return t('lens.is.literal-recurrence', { unit: word, d: number('decay') });
    case 'inverse-sqrt':
      return t('lens.is.inverse-sqrt', { unit: word, d: number('decay') });
    default:
      return stair
        ? t('lens.is.steps', { length, unit: word, gamma: number('gamma') })
        : t('lens.is.exponential', {
            unit: word,
            gamma: perUnit((params['gamma'] as number) ** (1 / length)),
          });
  }
}

/** A constant that was worked out, without the rounding of the division. */
function perUnit(value: number): string {
  return formatSetting(Number(value.toPrecision(6)));
}

/** What was found in code that cannot be read, and on which line. */
export function refusalWords({ code, at, given, allowed }: LensError, typed: string): string {
  const line = typed.slice(0, at).split('\n').length;
  switch (code) {
    case 'empty':
    case 'no-rate':
      return t(`lens.refused.${code}`);
    case 'too-long':
      return t('lens.refused.too-long', { given, allowed });
    case 'too-deep':
    case 'too-many-parts':
      return t('lens.refused.too-large', { line });
    case 'unexpected':
      return given === ''
        ? t('lens.refused.unexpected.end', { line })
        : t('lens.refused.unexpected', { line, given });
    case 'too-much-work':
    case 'bad-indent':
    case 'unknown-condition':
      return t(`lens.refused.${code}`, { line });
    case 'unknown-character':
    case 'unclosed':
    case 'unknown-statement':
    case 'unknown-name':
    case 'unknown-call':
    case 'no-number':
      return t(`lens.refused.${code}`, { line, given });
  }
}
