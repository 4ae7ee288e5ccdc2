/**
 * The module the app gets when it asks for `electron`. Every name Electron exports is here, typed
 * against its own declarations; those the stand-in lacks throw by name when they are used.
 */
import type * as Electron from 'electron';
import { unimplemented } from '../strict.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, ClipboardItem } from './clipboard.ts';
import { crashReporter } from './crash-reporter.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme, themeChanged } from './native-theme.ts';
import { screen } from './screen.ts';
import { protocol, session } from './session.ts';
import { shell } from './shell.ts';
import { eachPage, webContents } from './web-contents.ts';

themeChanged.tellPages = (dark) => eachPage((page) => void page.setDarkColors(dark));

export const autoUpdater = unimplemented('autoUpdater');
export const BaseWindow = unimplemented('BaseWindow');
export const BrowserView = unimplemented('BrowserView');
export const contentTracing = unimplemented('contentTracing');
export const contextBridge = unimplemented('contextBridge in the main process');
export const desktopCapturer = unimplemented('desktopCapturer');
export const globalShortcut = unimplemented('globalShortcut');
export const ImageView = unimplemented('ImageView');
export const inAppPurchase = unimplemented('inAppPurchase');
export const IpcMainServiceWorker = unimplemented('IpcMainServiceWorker');
export const ipcRenderer = unimplemented('ipcRenderer in the main process');
export const LanguageModelUtility = unimplemented('LanguageModelUtility');
export const localAIHandler = unimplemented('localAIHandler');
export const MessageChannelMain = unimplemented('MessageChannelMain');
export const nativeImage = unimplemented('nativeImage');
export const net = unimplemented('net');
export const netLog = unimplemented('netLog');
export const Notification = unimplemented('Notification');
export const parentPort = unimplemented('parentPort');
export const powerMonitor = unimplemented('powerMonitor');
export const powerSaveBlocker = unimplemented('powerSaveBlocker');
export const pushNotifications = unimplemented('pushNotifications');
export const safeStorage = unimplemented('safeStorage');
export const sharedTexture = unimplemented('sharedTexture');
export const ShareMenu = unimplemented('ShareMenu');
export const systemPreferences = unimplemented('systemPreferences');
export const TouchBar = unimplemented('TouchBar');
export const Tray = unimplemented('Tray');
export const utilityProcess = unimplemented('utilityProcess');
export const View = unimplemented('View');
export const WebContentsView = unimplemented('WebContentsView');
export const webFrame = unimplemented('webFrame in the main process');
export const webFrameMain = unimplemented('webFrameMain');
export const WebSocket = unimplemented('WebSocket');
export const webUtils = unimplemented('webUtils in the main process');

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  webContents,
};

/** The same surface for `require` and default imports. A name Electron adds or drops does not compile. */
const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  contextBridge,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  IpcMainServiceWorker,
  ipcRenderer,
  LanguageModelUtility,
  localAIHandler,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  parentPort,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  sharedTexture,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrame,
  webFrameMain,
  WebSocket,
  webUtils,
} satisfies Record<keyof typeof Electron, unknown>;

export { electron as default, electron as 'module.exports' };
