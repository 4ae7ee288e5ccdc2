import { app } from 'electron';
import type { WindowCommand } from '../ipc/menu-commands.ts';
import { windowInFront } from './ask.ts';

/** A step of the menu's own zoom; each whole level is a fifth larger. */
const ZOOM_STEP = 0.5;

/** Does with the window in front, or with the app, what the item of the menu does; without a window, nothing. */
export function doInWindow(command: WindowCommand): void {
  if (command === 'quit') return app.quit();
  const window = windowInFront();
  if (!window) return;
  const { webContents } = window;
  switch (command) {
    case 'zoom-in':
      webContents.setZoomLevel(webContents.getZoomLevel() + ZOOM_STEP);
      return;
    case 'zoom-out':
      webContents.setZoomLevel(webContents.getZoomLevel() - ZOOM_STEP);
      return;
    case 'zoom-reset':
      webContents.setZoomLevel(0);
      return;
    case 'full-screen':
      window.setFullScreen(!window.isFullScreen());
      return;
    case 'minimize':
      window.minimize();
      return;
    case 'close':
      window.close();
  }
}
