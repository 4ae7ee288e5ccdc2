/** What every end-to-end test uses: a started app on a data folder of its own, watched for complaints. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { PageProblem } from '../../host/host.ts';
import { launchApp, type LaunchedApp } from '../../host/launch-app.ts';

export interface Desk {
  /** The running app; starts it if need be. */
  app(): Promise<LaunchedApp>;
  page(): Promise<Page>;
  /** Quits as a person does, checks for complaints, and starts again on the same data folder. */
  restart(): Promise<Page>;
  /** Ends main at once (SIGKILL), as a crash does; the next page is that of a new start. */
  kill(): Promise<void>;
  /** Ends the page's process alone, as a crash of it does. What drives the page does not survive that. */
  crashPage(): Promise<void>;
  /** Quits, and checks that the page never complained and nothing left the machine. */
  quit(): Promise<void>;
  readonly dataFolder: string;
}

/** The window sizes the app must look right at. */
export const sizes = { large: { width: 1440, height: 900 }, small: { width: 1024, height: 640 } };

export const test = base.extend<{ desk: Desk }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from this pattern
  desk: async ({}, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'downhill-e2e-'));
    let running: LaunchedApp | null = null;
    let crashes = 0;
    const app = async (): Promise<LaunchedApp> => {
      if (running) return running;
      running = await launchApp({ args: [`--data-dir=${dataFolder}`] });
      // A person clicks when there is something to click.
      await running.page.getByRole('navigation').waitFor();
      return running;
    };
    const page = async (): Promise<Page> => (await app()).page;
    const quit = async (): Promise<void> => {
      if (!running) return;
      const ending = running;
      running = null;
      const problems = await ending.problems();
      const requests = await ending.networkRequests();
      const exit = await ending.close();
      const isCrash = ({ kind }: PageProblem): boolean => kind === 'crash';
      expect(problems.filter(isCrash).length, 'crashes of the page').toBe(crashes);
      crashes = 0;
      const others = problems.filter((problem) => !isCrash(problem));
      expect(others, 'console errors, exceptions and policy violations').toEqual([]);
      expect(requests, 'requests that would have left the machine').toEqual([]);
      expect(exit.code, `the app quits cleanly:\n${ending.log()}`).toBe(0);
    };
    const restart = async (): Promise<Page> => {
      await quit();
      return page();
    };
    const kill = async (): Promise<void> => {
      const ending = running;
      running = null;
      await ending?.kill();
    };
    const crashPage = async (): Promise<void> => {
      const { page: dying, evaluate } = await app();
      const crashed = new Promise((resolve) => dying.once('crash', resolve));
      crashes++;
      await evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
      );
      await crashed;
    };
    try {
      await use({ app, page, restart, kill, crashPage, quit, dataFolder });
      await quit();
    } finally {
      await (running as LaunchedApp | null)?.kill();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
});

export { expect };
