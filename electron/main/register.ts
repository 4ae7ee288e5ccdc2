import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channels, type Channel } from '../ipc/contract.ts';
import type { createAnswer, Sender } from './answer.ts';

/** Registers every channel of the contract once. */
export function register(answer: ReturnType<typeof createAnswer>): void {
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, senderOf(event), args));
  }
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  return {
    url: frame?.url ?? null,
    ownTopFrame: frame !== null && window !== null && frame.parent === null,
  };
}
