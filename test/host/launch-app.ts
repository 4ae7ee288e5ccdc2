/**
 * Starts the built app for a test and hands out its page: on a real Electron when its binary is
 * there, else on the stand-in host. The same test bodies run on both.
 */
import type { Page } from '@playwright/test';
import type { NetworkRequest, PageProblem } from './host.ts';
import { electronBinary, launchElectron } from './launch-electron.ts';
import { launchStandIn } from './launch-stand-in.ts';

export interface LaunchOptions {
  /** Folder of the app's package.json; the repository itself if left out. */
  readonly appDir?: string;
  /** The app's own arguments, such as `--data-dir=…`. */
  readonly args?: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder comes out of a package (stand-in only): `app.isPackaged` is true. */
  readonly packaged?: boolean;
  /** Milliseconds until the first window must be there; 30,000 if left out. */
  readonly timeout?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LaunchedApp {
  readonly host: 'electron' | 'stand-in';
  /** The page of the app's first window. */
  readonly page: Page;
  /** Process id of main. */
  readonly pid: number;
  /**
   * Runs a function in the main process; it gets the `electron` module and `arg`, and sees nothing
   * of the test around it. The result travels by structured clone.
   */
  evaluate<R, A = undefined>(
    fn: (electron: typeof Electron.CrossProcessExports, arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R>;
  /** What main wrote to its output so far. */
  log(): string;
  /** Requests that would have left the machine. On a real Electron: those the page itself made. */
  networkRequests(): Promise<readonly NetworkRequest[]>;
  /** Console errors, exceptions and refused policies of the page since its first document. */
  problems(): Promise<readonly PageProblem[]>;
  /** Quits the way a person does (`app.quit()`) and waits for the end. */
  close(): Promise<Exit>;
  /** Ends main at once (SIGKILL) and waits until nothing of it is left. */
  kill(): Promise<void>;
  readonly exited: Promise<Exit>;
}

/** Real Electron if its binary is installed, the stand-in otherwise. */
export function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const binary = electronBinary();
  return binary ? launchElectron(binary, options) : launchStandIn(options);
}
