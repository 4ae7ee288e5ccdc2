/** The host's end of the test driver: runs functions in the main process, reports what it has seen. */
import type { NetworkRequest, PageProblem } from './host.ts';
import { host } from './host.ts';

export type DriverCommand =
  | {
      readonly kind: 'evaluate';
      readonly id: number;
      readonly source: string;
      readonly arg: unknown;
    }
  | { readonly kind: 'report'; readonly id: number };

export interface HostReport {
  readonly networkRequests: readonly NetworkRequest[];
  readonly problems: readonly PageProblem[];
}

export type DriverEvent =
  | {
      readonly kind: 'ready';
      readonly endpoint: string;
      readonly browserPid: number;
      /** Folder of everything the browser writes; gone when the host is gone. */
      readonly browserFolder: string;
      /** File that says who owns the data folder; empty when the app asked for no lock. */
      readonly instanceLock: string;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'error';
      readonly id: number;
      readonly message: string;
      readonly stack: string;
    };

type Send = (event: DriverEvent) => void;

/** Takes the channel to the driver away from the app, or returns null when there is none. */
export function takeDriverChannel(): Send | null {
  if (!process.send) return null;
  const send = process.send.bind(process);
  delete process.send;
  process.channel?.unref();
  // A driver that died must not leave its app behind.
  process.once('disconnect', () => {
    host.browser?.kill();
    process.exit(70);
  });
  return (event) => void send(event);
}

export function serveDriver(send: Send, electron: unknown): void {
  process.on('message', (command: DriverCommand) => {
    const { id } = command;
    run(command, electron).then(
      (value) => send({ kind: 'answer', id, value }),
      (error: unknown) => {
        const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
        send({ kind: 'error', id, message, stack });
      },
    );
  });
}

async function run(command: DriverCommand, electron: unknown): Promise<unknown> {
  if (command.kind === 'report') {
    const { networkRequests, problems } = host;
    return { networkRequests, problems } satisfies HostReport;
  }
  // The function travels as text, as with Playwright: it sees `electron` and its argument only.
  const fn = (0, eval)(`(${command.source})`) as (electron: unknown, arg: unknown) => unknown;
  return structuredClone(await fn(electron, command.arg));
}
