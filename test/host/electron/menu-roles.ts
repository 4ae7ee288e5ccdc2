/** Electron's menu roles: the whole list, typed so that a new or removed one does not compile. */
import type { MenuItemConstructorOptions } from 'electron';
import { NotImplementedError } from '../strict.ts';
import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

export interface RoleBehaviour {
  /** A function where it holds the app's name, which may still change. */
  readonly label: string | (() => string);
  readonly accelerator?: string;
  /** Left out: the system does it, or the browser itself (copy, paste). */
  readonly run?: (window: BrowserWindow | null) => void;
  /** A menu of its own, made of these roles. */
  readonly submenu?: readonly (Role | 'separator')[];
}

const mac = process.platform === 'darwin';
const linux = process.platform === 'linux';

const refuse = (role: string) => (): never => {
  throw new NotImplementedError(`the menu role "${role}"`);
};

const zoom =
  (change: (level: number) => number) =>
  (window: BrowserWindow | null): void => {
    const contents = window?.webContents;
    contents?.setZoomLevel(change(contents.getZoomLevel()));
  };

const roles = {
  undo: { label: 'Undo', accelerator: 'CmdOrCtrl+Z', run: (w) => w?.webContents.undo() },
  redo: {
    label: 'Redo',
    accelerator: process.platform === 'win32' ? 'Control+Y' : 'Shift+CmdOrCtrl+Z',
    run: (w) => w?.webContents.redo(),
  },
  cut: { label: 'Cut', accelerator: 'CmdOrCtrl+X', run: (w) => w?.webContents.cut() },
  copy: { label: 'Copy', accelerator: 'CmdOrCtrl+C', run: (w) => w?.webContents.copy() },
  paste: { label: 'Paste', accelerator: 'CmdOrCtrl+V', run: (w) => w?.webContents.paste() },
  pasteAndMatchStyle: { label: 'Paste and Match Style', run: (w) => w?.webContents.paste() },
  delete: { label: 'Delete', run: (w) => w?.webContents.delete() },
  selectAll: {
    label: 'Select All',
    accelerator: 'CmdOrCtrl+A',
    run: (w) => w?.webContents.selectAll(),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (w) => w?.webContents.reload() },
  forceReload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (w) => w?.webContents.reloadIgnoringCache(),
  },
  toggleDevTools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    run: refuse('toggleDevTools'),
  },
  resetZoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', run: zoom(() => 0) },
  zoomIn: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', run: zoom((z) => z + 0.5) },
  zoomOut: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', run: zoom((z) => z - 0.5) },
  toggleSpellChecker: { label: 'Check Spelling While Typing', run: refuse('toggleSpellChecker') },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: mac ? 'Control+Command+F' : 'F11',
    run: (w) => w?.setFullScreen(!w.isFullScreen()),
  },
  window: { label: 'Window' },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', run: (w) => w?.minimize() },
  close: {
    label: mac ? 'Close Window' : 'Close',
    accelerator: 'CommandOrControl+W',
    run: (w) => w?.close(),
  },
  help: { label: 'Help' },
  about: {
    label: () => (linux ? 'About' : `About ${app.name}`),
    run: () => app.showAboutPanel(),
  },
  services: { label: 'Services' },
  hide: { label: () => `Hide ${app.name}`, accelerator: 'Command+H' },
  hideOthers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
  quit: {
    label: () => (process.platform === 'win32' ? 'Exit' : mac ? `Quit ${app.name}` : 'Quit'),
    ...(process.platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
    run: () => app.quit(),
  },
  showSubstitutions: { label: 'Show Substitutions' },
  toggleSmartQuotes: { label: 'Smart Quotes' },
  toggleSmartDashes: { label: 'Smart Dashes' },
  toggleTextReplacement: { label: 'Text Replacement' },
  startSpeaking: { label: 'Start Speaking' },
  stopSpeaking: { label: 'Stop Speaking' },
  zoom: { label: 'Zoom' },
  front: { label: 'Bring All to Front' },
  appMenu: {
    label: () => app.name,
    submenu: [
      'about',
      'separator',
      'services',
      'separator',
      'hide',
      'hideOthers',
      'unhide',
      'separator',
      'quit',
    ],
  },
  fileMenu: { label: 'File', submenu: [mac ? 'close' : 'quit'] },
  editMenu: {
    label: 'Edit',
    submenu: [
      'undo',
      'redo',
      'separator',
      'cut',
      'copy',
      'paste',
      'delete',
      'separator',
      'selectAll',
    ],
  },
  viewMenu: {
    label: 'View',
    submenu: [
      'reload',
      'forceReload',
      'toggleDevTools',
      'separator',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'separator',
      'togglefullscreen',
    ],
  },
  shareMenu: { label: 'Share', submenu: [] },
  recentDocuments: { label: 'Open Recent' },
  toggleTabBar: { label: 'Toggle Tab Bar' },
  selectNextTab: { label: 'Select Next Tab' },
  selectPreviousTab: { label: 'Select Previous Tab' },
  showAllTabs: { label: 'Show All Tabs' },
  mergeAllWindows: { label: 'Merge All Windows' },
  clearRecentDocuments: { label: 'Clear Menu', run: () => app.clearRecentDocuments() },
  moveTabToNewWindow: { label: 'Move Tab to New Window' },
  windowMenu: { label: 'Window', submenu: ['minimize', 'zoom', 'close'] },
} satisfies Record<Role, RoleBehaviour>;

/** Role names are compared without case, as Electron does; an unknown one throws. */
export function findRole(role: string): RoleBehaviour {
  const name = Object.keys(roles).find((known) => known.toLowerCase() === role.toLowerCase());
  if (!name) throw new Error(`Unknown menu role: ${role}`);
  return roles[name as Role];
}
