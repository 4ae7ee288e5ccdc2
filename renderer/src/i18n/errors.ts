import { ConfigError, type ConfigErrorCode } from '../../../core/errors.ts';
import type { NumbersParam } from '../../../core/params.ts';
import { isWithin, type NumberRange } from '../../../core/parse.ts';
import { runStates, type RunState } from '../../../electron/ipc/run.ts';
import { faultOf } from '../../../electron/ipc/faults.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { formatBytes, formatCount, formatNumber } from '../lib/format.ts';
import { parseTypedNumber, parseTypedNumbers } from '../lib/parse-number.ts';
import { fileRefusal, tooMuchToExport } from './file-words.ts';
import { faultWords, inARow } from './fault-words.ts';
import { t } from './i18n.svelte.ts';

interface Fault {
  readonly code: ConfigErrorCode;
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
}

const configErrorCodes: readonly string[] = [
  'not-an-object',
  'missing',
  'unknown-field',
  'unknown-choice',
  'not-a-number',
  'not-an-integer',
  'not-a-boolean',
  'not-a-text',
  'bad-formula',
  'too-deep',
  'out-of-range',
  'wrong-length',
  'repeated',
  'not-shared',
  'unsupported-version',
  'too-many-points',
] satisfies readonly ConfigErrorCode[];

/** Whatever was thrown, as a sentence for people. */
export function errorSentence(error: unknown): string {
  if (error instanceof ConfigError) return configSentence(error);
  if (!(error instanceof AppError)) return t('error.internal');
  const { details } = error;
  switch (error.code) {
    case 'bad-config': {
      const { config: code, path = '', given = '', allowed = '' } = details;
      if (!isConfigErrorCode(code)) return t('error.bad-arguments');
      return configSentence({ code, path, given, allowed });
    }
    case 'bad-file':
      return fileRefusal(details);
    case 'too-much-to-export':
      return tooMuchToExport(details);
    case 'wrong-state':
      if (details['state'] === 'exporting') return t('error.exporting');
      return t('error.wrong-state', { state: stateName(details['state'] ?? '') });
    case 'other-engine': {
      const { given = '', allowed = '' } = details;
      return t('error.other-engine', { given, allowed });
    }
    case 'other-rates':
      return otherRatesWords(details);
    case 'too-many-trials':
    case 'sweep-too-long': {
      const { given, allowed } = details;
      return t(`error.${error.code}`, {
        given: formatCount(Number(given)),
        allowed: formatCount(Number(allowed)),
      });
    }
    case 'store':
    case 'file': {
      const fault = faultOf(details['cause'] ?? '');
      // Nobody tries again for the person who asked, as the app does where runs wait to be written.
      if (fault === 'disk-full') return t('error.disk-full');
      // Of a file that a person saves, what is said of the library would be untrue.
      if (fault === null || error.code === 'file') return t(`error.${error.code}`);
      const { title, cause, safe } = faultWords(fault);
      return inARow(title, cause, safe);
    }
    case 'no-space': {
      const { given, allowed } = details;
      return t('error.no-space', {
        free: formatBytes(Number(given)),
        needed: formatBytes(Number(allowed)),
      });
    }
    case 'too-many-tags':
    case 'too-many-views':
      return t(`error.${error.code}`, { allowed: details['allowed'] ?? '' });
    case 'bad-arguments':
    case 'unknown-run':
    case 'in-trash':
    case 'no-settings':
    case 'foreign-sender':
    case 'too-many-runs':
    case 'too-large':
    case 'superseded':
    case 'not-printed':
    case 'no-pdf':
    case 'backup-unlike':
    case 'unknown-backup':
    case 'refused-library':
    case 'internal':
      return t(`error.${error.code}`);
  }
}

/** A run cannot get more steps where its schedule would have used other rates by now. */
function otherRatesWords(details: Readonly<Record<string, string>>): string {
  const number = (name: string): number => Number(details[name]);
  return t(details['of'] === 'momentum' ? 'error.other-momenta' : 'error.other-rates', {
    step: formatCount(number('step')),
    at: formatCount(number('at')),
    was: formatNumber(number('was')),
    would: formatNumber(number('would')),
    total: formatCount(number('total')),
  });
}

function configSentence({ code, path, given, allowed }: Fault): string {
  return t('error.bad-config', {
    field: fieldName(path),
    problem: problemWords(code, given, allowed),
  });
}

function problemWords(code: ConfigErrorCode, given: string, allowed: string): string {
  switch (code) {
    case 'not-an-object':
    case 'not-a-boolean':
    case 'not-a-text':
    case 'bad-formula':
      return t(`config.${code}`, { given });
    case 'missing':
      return t('config.missing', { allowed });
    case 'unknown-field':
    case 'unknown-choice':
    case 'not-a-number':
    case 'not-an-integer':
    case 'out-of-range':
    case 'wrong-length':
    case 'repeated':
    case 'not-shared':
    case 'unsupported-version':
    case 'too-many-points':
    case 'too-deep':
      return t(`config.${code}`, { given, allowed });
  }
}

/** The word for a setting where there is one; its path otherwise. */
function fieldName(path: string): string {
  if (path.startsWith('fork')) return t('fork');
  if (path.startsWith('problem.start')) return t('start.point');
  switch (path) {
    case 'lr':
      return t('schedule.lr');
    case 'totalSteps':
    case 'recordEvery':
      return t('length.steps');
    case 'seed':
      return t('seed');
    case 'replicates':
      return t('run.seeds');
    case 'problem.model':
      return t('problem.model');
    case 'problem.noise':
      return t('problem.noise');
    case 'problem.batchSize':
      return t('problem.batch');
    case 'stop.targetLoss':
    case 'stop.gradNorm':
    case 'stop.lossChange':
    case 'stop.lossLimit':
      return t(path);
    case 'stop.patience.checks':
      return t('stop.patience');
    case 'stop.patience.minDelta':
      return t('stop.minDelta');
    default:
      return path;
  }
}

/** What is wrong with a list of numbers as it was typed; null if it can be used. */
export function typedListFault(
  typed: string,
  { valid, length, ascending }: Pick<NumbersParam, 'valid' | 'length' | 'ascending'>,
): string | null {
  const numbers = parseTypedNumbers(typed);
  if (numbers === null) return t('field.notNumbers', { typed });
  const { min, max } = length;
  if (numbers.length < min || numbers.length > max) {
    return min === max ? t('field.count', { count: min }) : t('field.length', { min, max });
  }
  const fault = numbers.map((number) => rangeFault(number, valid)).find((words) => words !== null);
  if (fault !== undefined) return fault;
  const falls = numbers.some((number, i) => i > 0 && number < numbers[i - 1]!);
  return ascending && falls ? t('field.ascending') : null;
}

/** What is wrong with a number as it was typed; null if it is in range. */
export function typedNumberFault(typed: string, range: NumberRange): string | null {
  const value = parseTypedNumber(typed);
  return value === null ? t('field.notNumber', { typed }) : rangeFault(value, range);
}

function rangeFault(value: number, range: NumberRange): string | null {
  if (range.integer && !Number.isInteger(value)) return t('field.notInteger');
  if (isWithin(value, range)) return null;
  const { min, max } = range;
  return range.minExclusive ? t('field.above', { min, max }) : t('field.range', { min, max });
}

function isConfigErrorCode(code: string | undefined): code is ConfigErrorCode {
  return code !== undefined && configErrorCodes.includes(code);
}

function stateName(state: string): string {
  return runStates.includes(state as RunState) ? t(`state.kind.${state as RunState}`) : state;
}
