/** `shell`: headless, everything is recorded and nothing opens; in the preview the system opens it. */
import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { host, say } from '../host.ts';
import { strict } from '../strict.ts';

function openWithSystem(target: string): void {
  if (host.options.headless) return;
  const [program, args] =
    process.platform === 'win32'
      ? ['explorer.exe', [target]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [target]];
  const child = spawn(program as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => say(`Nothing here can open ${target}`));
  child.unref();
}

export const shell = strict('shell', {
  openExternal: async (url) => {
    if (!/^https:/i.test(url)) throw new Error(`shell.openExternal opens https only, not ${url}`);
    openWithSystem(url);
  },
  openPath: async (path) => {
    openWithSystem(path);
    return '';
  },
  showItemInFolder: (path) => openWithSystem(path.replace(/[\\/][^\\/]*$/, '')),
  beep: () => {},
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>);
