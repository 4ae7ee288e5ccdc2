import { BrowserWindow } from 'electron';
import type { Events } from '../ipc/contract.ts';

/** Tells every page. */
export function sendToPages<E extends keyof Events>(event: E, payload: Events[E]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, payload);
}

/** Every page begins anew. */
export function reloadPages(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
}
