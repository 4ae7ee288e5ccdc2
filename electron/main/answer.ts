import type { ArgParsers, Channel, Handlers } from '../ipc/contract.ts';
import { AppError, type AppErrorData, type Reply } from '../ipc/reply.ts';

/** Who sent a request, as far as main can tell. */
export interface Sender {
  /** Address of the frame, or null when it has gone or navigated away. */
  readonly url: string | null;
  /** Whether it is the top frame of one of the app's own windows. */
  readonly ownTopFrame: boolean;
}

export const ORIGIN = 'app://lab';

/**
 * The way of every request: sender, then arguments, then the handler, then a Reply. Whatever is thrown
 * becomes data; only errors that are not meant for the page are logged and told as 'internal'.
 */
export function createAnswer(
  handlers: Handlers,
  parsers: ArgParsers,
  logError: (message: string) => void,
): (channel: Channel, sender: Sender, args: unknown) => Promise<Reply<unknown>> {
  return async (channel, sender, args) => {
    try {
      checkSender(sender);
      const parsed: readonly unknown[] = parsers[channel](args);
      const handler = handlers[channel] as (...given: readonly unknown[]) => unknown;
      return { ok: true, value: await handler(...parsed) };
    } catch (error) {
      if (!(error instanceof AppError)) {
        logError(
          `${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      return { ok: false, error: asData(error) };
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

function asData(error: unknown): AppErrorData {
  if (error instanceof AppError) {
    const { code, message, details } = error;
    return { code, message, details };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, details: {} };
}
