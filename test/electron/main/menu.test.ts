import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuCommands, type MenuCommand } from '../../../electron/ipc/menu-commands.ts';
import { locales } from '../../../electron/ipc/preferences.ts';
import { menuTemplate } from '../../../electron/main/menu.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const all = locales.flatMap((locale) => platforms.map((platform) => [locale, platform] as const));
const noActions = { command: (): void => undefined, openLogFolder: (): void => undefined };

/** Every item of a menu, submenus included. */
function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

/** The keys of an accelerator in one spelling, for comparing. */
function keysOf(accelerator: string, platform: string): string {
  const command = platform === 'darwin' ? 'Command' : 'Control';
  return accelerator
    .replace('CommandOrControl', command)
    .split('+')
    .sort((a, b) => a.localeCompare(b))
    .join('+');
}

describe.each(all)('the %s menu on %s', (locale, platform) => {
  const items = itemsOf(menuTemplate(locale, platform, noActions));
  const named = items.filter(({ type }) => type !== 'separator');

  it('names every item, in its own language', () => {
    for (const { label } of named) {
      expect(label).toMatch(/\S/);
      // A key that is missing from the catalogue is shown as itself.
      expect(label).not.toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      expect(label).not.toContain('{{');
      if (label !== 'Downhill')
        expect(/\p{Script=Han}/u.test(label!)).toBe(locale === 'zh-CN' || label === 'CSV');
    }
  });

  it('gives no two items the same keys', () => {
    const keys = named.flatMap(({ accelerator }) =>
      accelerator ? [keysOf(accelerator as string, platform)] : [],
    );
    expect(keys.length).toBeGreaterThan(15);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes neither the input method switch nor AltGr combinations', () => {
    for (const { accelerator } of named) expect(accelerator ?? '').not.toMatch(/Space|Alt/);
  });

  it('holds every command of the contract exactly once', () => {
    const ids = named.map(({ id }) => id).filter((id) => menuCommands.includes(id as MenuCommand));
    expect(ids.sort()).toEqual([...menuCommands].sort());
  });

  it('uses the keys people know', () => {
    const key = (id: string): unknown =>
      named.find((item) => (item.id ?? item.role) === id)?.accelerator;
    expect(key('new-experiment')).toBe('CommandOrControl+N');
    expect(key('export-csv')).toBe('CommandOrControl+E');
    expect(key('settings')).toBe('CommandOrControl+,');
    expect(key('run-or-pause')).toBe('CommandOrControl+Enter');
    expect(key('resetZoom')).toBe('CommandOrControl+0');
    expect(key('togglefullscreen')).toBe(platform === 'darwin' ? 'Control+Command+F' : 'F11');
    expect(key('quit')).toBe(
      { linux: 'Control+Q', darwin: 'Command+Q', win32: undefined }[platform],
    );
  });
});

describe('the menu', () => {
  it('sends its commands, and opens the log folder itself', () => {
    const commands: MenuCommand[] = [];
    let opened = 0;
    const actions = {
      command: (command: MenuCommand) => void commands.push(command),
      openLogFolder: () => void opened++,
    };
    for (const { click } of itemsOf(menuTemplate('en', 'linux', actions))) {
      (click as (() => void) | undefined)?.();
    }
    expect(commands.sort()).toEqual([...menuCommands].sort());
    expect(opened).toBe(1);
  });

  it('puts About, Settings and Quit where each system has them', () => {
    const first = (platform: NodeJS.Platform): readonly string[] => {
      const [menu] = menuTemplate('en', platform, noActions);
      return (menu!.submenu as MenuItemConstructorOptions[]).map(({ label }) => label ?? '');
    };
    expect(first('darwin')).toEqual(
      expect.arrayContaining(['About Downhill', 'Settings…', 'Quit Downhill']),
    );
    expect(first('win32')).toEqual(expect.arrayContaining(['New experiment', 'Settings…', 'Exit']));
    expect(first('linux')).toEqual(expect.arrayContaining(['Settings…', 'Quit Downhill']));
  });
});
