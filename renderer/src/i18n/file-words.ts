import { fileFaults, fileKinds, type FileFault } from '../../../electron/ipc/experiment-files.ts';
import { formatCount } from '../lib/format.ts';
import { sentences, t } from './i18n.svelte.ts';

type Details = Readonly<Record<string, string>>;

/** Why a file was not imported, and where in it the fault is. */
export function fileRefusal(details: Details): string {
  const { file = '', fault } = details;
  const known = fileFaults.find((one) => one === fault) ?? 'damaged';
  return t('file.refused', { file, problem: faultWords(known, details) });
}

function faultWords(fault: FileFault, details: Details): string {
  const { given = '–', allowed = '–' } = details;
  const where = placeWords(details);
  switch (fault) {
    case 'foreign':
    case 'no-log':
      return t(`file.fault.${fault}`, { given: kindWords(given) });
    case 'empty':
    case 'too-slow':
    case 'not-text':
    case 'unnamed-metric':
    case 'no-values':
    case 'no-records':
      return t(`file.fault.${fault}`);
    case 'unreadable':
      return unreadableWords(given);
    case 'too-large':
    case 'newer':
    case 'too-many-waiting':
    case 'no-metric':
      return t(`file.fault.${fault}`, { given, allowed });
    case 'damaged':
    case 'missing-part':
    case 'unlisted-part':
    case 'bad-json':
    case 'no-header':
    case 'bad-quotes':
      return t(`file.fault.${fault}`, { where });
    case 'bad-field':
    case 'bad-number':
    case 'bad-accuracy':
    case 'bad-record':
      return t(`file.fault.${fault}`, { where, given });
    case 'bad-config':
    case 'too-many':
    case 'bad-table':
    case 'bad-list':
    case 'bad-step':
      return t(`file.fault.${fault}`, { where, given, allowed });
    case 'too-many-values':
      return t(`file.fault.${fault}`, {
        where,
        given: formatCount(Number(given)),
        allowed: formatCount(Number(allowed)),
      });
  }
}

function kindWords(given: string): string {
  return t(`file.kind.${fileKinds.find((kind) => kind === given) ?? 'unknown'}`);
}

/** What the system says of a file that it does not let us read, where people have words for it. */
function unreadableWords(given: string): string {
  switch (given) {
    case 'ENOENT':
      return t('file.fault.gone');
    case 'EACCES':
    case 'EPERM':
      return t('file.fault.no-right');
    case 'EISDIR':
    case 'not a file':
      return t('file.fault.no-file');
    default:
      return t('file.fault.unreadable', { given });
  }
}

/** Where in a training log; null where the place is in no log. */
function logPlace({ offset, line, record, column }: Details): string | null {
  if (line !== undefined && column !== undefined) return t('file.where.cell', { line, column });
  if (line !== undefined && offset !== undefined) return t('file.where.letter', { line, offset });
  if (line !== undefined) return t('file.where.line', { line });
  if (record !== undefined && column !== undefined) {
    return t('file.where.value', { record, column });
  }
  if (record !== undefined) return t('file.where.record', { record });
  return column === undefined ? null : t('file.where.column', { column });
}

function placeWords(details: Details): string {
  const inLog = logPlace(details);
  if (inLog !== null) return inLog;
  const { part, field, offset } = details;
  if (part !== undefined && field !== undefined) return t('file.where.field', { part, field });
  if (part !== undefined && offset !== undefined) return t('file.where.offset', { part, offset });
  if (part !== undefined) return t('file.where.part', { part });
  if (field !== undefined) return field;
  return offset === undefined ? t('file.where.file') : t('file.where.byte', { offset });
}

/** Why runs were not exported: more than one file holds. */
export function tooMuchToExport({ what, given = '', allowed = '', whole }: Details): string {
  const counts = { given: formatCount(Number(given)), allowed: formatCount(Number(allowed)) };
  const kinds = ['runs', 'points', 'parts', 'bytes', 'largest', 'values'] as const;
  const known = kinds.find((kind) => kind === what) ?? 'bytes';
  const words = t(`file.tooMuch.${known}`, counts);
  return whole === undefined ? words : sentences([words, t('file.tooMuch.whole')]);
}
