import type { ArgParsers, Channel, Handlers } from '../ipc/contract.ts';
import { MOST_DROPPED_BYTES } from '../ipc/experiment-files.ts';
import { MOST_FILE_BYTES } from '../ipc/files.ts';
import { AppError, dataOf, type AppErrorData, type Reply } from '../ipc/reply.ts';
import { UnlikeOriginalError } from '../store/backup/complete-backup.ts';
import { StoreRefusedError } from '../store/refused.ts';
import { messageSize } from './message-size.ts';

/** Who sent a request, as far as main can tell. */
export interface Sender {
  /** Address of the frame, or null when it has gone or navigated away. */
  readonly url: string | null;
  /** Whether it is the top frame of one of the app's own windows. */
  readonly ownTopFrame: boolean;
}

export const ORIGIN = 'app://lab';
/** No request needs more, those that carry a file apart; a larger one is a mistake or an attack. */
const MOST_BYTES = 1024 * 1024;
const AROUND_A_FILE = 4096;
const mostBytes: { readonly [C in Channel]?: number } = {
  'experiments:import': MOST_DROPPED_BYTES + AROUND_A_FILE,
  'file:save': MOST_FILE_BYTES + AROUND_A_FILE,
  'picture:copy': MOST_FILE_BYTES + AROUND_A_FILE,
};

/**
 * The way of every request: sender, size, arguments, handler, Reply. Whatever is thrown becomes data:
 * errors of the library are 'store', of files 'file', all others that are not meant for the page
 * 'internal'; these are logged.
 */
export function createAnswer(
  handlers: Handlers,
  parsers: ArgParsers,
  logError: (message: string) => void,
): (channel: Channel, sender: Sender, args: unknown) => Promise<Reply<unknown>> {
  return async (channel, sender, args) => {
    try {
      checkSender(sender);
      checkSize(channel, args);
      const parsed: readonly unknown[] = parsers[channel](args);
      const handler = handlers[channel] as (...given: readonly unknown[]) => unknown;
      return { ok: true, value: await handler(...parsed) };
    } catch (error) {
      if (!(error instanceof AppError)) {
        logError(
          `${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      return { ok: false, error: asErrorData(error) };
    }
  };
}

function checkSender({ url, ownTopFrame }: Sender): void {
  const origin = url === null ? 'nowhere' : originOf(url);
  if (ownTopFrame && origin === ORIGIN) return;
  throw new AppError('foreign-sender', `request from ${origin}`, {
    given: origin,
    allowed: ORIGIN,
  });
}

/** `app://lab/index.html` → `app://lab`; the URL class calls the origin of such schemes "null". */
function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'nowhere';
}

function checkSize(channel: Channel, args: unknown): void {
  const most = mostBytes[channel] ?? MOST_BYTES;
  if (messageSize(args, most) <= most) return;
  const allowed = `${most} bytes`;
  throw new AppError('bad-arguments', `${channel}: more than ${allowed}`, { channel, allowed });
}

/** Whatever was thrown, as data for the page. */
export function asErrorData(error: unknown): AppErrorData {
  if (error instanceof AppError) return dataOf(error);
  if (error instanceof UnlikeOriginalError) {
    return { code: 'backup-unlike', message: error.message, details: {} };
  }
  if (error instanceof StoreRefusedError) {
    return { code: 'refused-library', message: error.message, details: { refusal: error.code } };
  }
  if (!(error instanceof Error)) return { code: 'internal', message: String(error), details: {} };
  const cause = (error as NodeJS.ErrnoException).code;
  const details = typeof cause === 'string' ? { cause } : {};
  return { code: errorCode(error, cause), message: error.message, details };
}

/** SQLite's errors carry a `SQLITE_…` code, those of the file system a call and a number. */
function errorCode(error: NodeJS.ErrnoException, cause: unknown): AppErrorData['code'] {
  if (typeof cause === 'string' && cause.startsWith('SQLITE_')) return 'store';
  return typeof error.syscall === 'string' ? 'file' : 'internal';
}
