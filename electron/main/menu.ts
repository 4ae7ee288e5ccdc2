import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../ipc/menu-commands.ts';
import type { Locale } from '../ipc/preferences.ts';
import { shortcutKeys, shortcuts, type ShortcutId } from '../ipc/shortcuts.ts';
import { words, type MainKey } from './i18n/index.ts';

export interface MenuActions {
  command(command: MenuCommand): void;
  openLogFolder(): void;
}

/** The application menu: roles where Electron has them, labels in the app's language. */
export function menuTemplate(
  locale: Locale,
  platform: NodeJS.Platform,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const label = (key: MainKey): string => words(locale, key);
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const role = (
    key: MainKey,
    name: NonNullable<MenuItemConstructorOptions['role']>,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label: label(key),
    role: name,
    ...(accelerator ? { accelerator } : {}),
  });
  const keysOf = (id: ShortcutId): string => shortcutKeys(id, isMac)[0]!;
  const go = (key: MainKey, command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    label: label(key),
    click: () => actions.command(command),
    ...(command in shortcuts ? { accelerator: keysOf(command as ShortcutId) } : {}),
  });

  const about = go('menu.about', 'about');
  const settings = go('menu.settings', 'settings');
  const appMenu: MenuItemConstructorOptions = {
    label: 'Downhill',
    submenu: [
      about,
      separator,
      settings,
      separator,
      role('menu.services', 'services'),
      separator,
      role('menu.hide', 'hide'),
      role('menu.hideOthers', 'hideOthers'),
      role('menu.unhide', 'unhide'),
      separator,
      role('menu.quit', 'quit', 'Command+Q'),
    ],
  };
  const quit =
    platform === 'win32' ? role('menu.exit', 'quit') : role('menu.quit', 'quit', 'Control+Q');
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: label('menu.file'),
      submenu: [
        go('menu.newExperiment', 'new-experiment'),
        separator,
        go('menu.import', 'import'),
        go('menu.export', 'export'),
        go('menu.exportCsv', 'export-csv'),
        go('menu.exportJson', 'export-json'),
        separator,
        go('menu.makeAssignment', 'make-assignment'),
        separator,
        go('menu.savePdf', 'save-pdf'),
        go('menu.print', 'print'),
        separator,
        ...(isMac ? [] : [settings, separator]),
        role('menu.close', 'close', keysOf('close')),
        ...(isMac ? [] : [quit]),
      ],
    },
    {
      label: label('menu.edit'),
      submenu: [
        role('menu.undo', 'undo', keysOf('undo')),
        role('menu.redo', 'redo', keysOf('redo')),
        separator,
        role('menu.cut', 'cut', 'CommandOrControl+X'),
        role('menu.copy', 'copy', 'CommandOrControl+C'),
        role('menu.paste', 'paste', 'CommandOrControl+V'),
        role('menu.selectAll', 'selectAll', 'CommandOrControl+A'),
      ],
    },
    {
      label: label('menu.view'),
      submenu: [
        go('menu.start', 'go-start'),
        go('menu.learn', 'go-learn'),
        go('menu.lab', 'go-lab'),
        go('menu.studio', 'go-studio'),
        go('menu.runs', 'go-runs'),
        separator,
        go('menu.commands', 'commands'),
        separator,
        role('menu.zoomIn', 'zoomIn', keysOf('zoom-in')),
        role('menu.zoomOut', 'zoomOut', keysOf('zoom-out')),
        role('menu.zoomReset', 'resetZoom', keysOf('zoom-reset')),
        separator,
        role('menu.fullScreen', 'togglefullscreen', keysOf('full-screen')),
      ],
    },
    {
      label: label('menu.run'),
      submenu: [
        go('menu.runOrPause', 'run-or-pause'),
        separator,
        go('menu.sweep', 'sweep'),
        go('menu.rangeTest', 'range-test'),
        separator,
        go('menu.stepCard', 'step-card'),
      ],
    },
    {
      label: label('menu.window'),
      role: 'window',
      submenu: [
        role('menu.minimize', 'minimize', 'CommandOrControl+M'),
        ...(isMac ? [separator, role('menu.front', 'front')] : []),
      ],
    },
    {
      label: label('menu.help'),
      role: 'help',
      submenu: [
        go('menu.viewHelp', 'help'),
        separator,
        {
          id: 'open-log-folder',
          label: label('menu.openLogFolder'),
          click: () => actions.openLogFolder(),
        },
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ];
}
