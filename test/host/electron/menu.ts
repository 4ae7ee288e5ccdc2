/** `Menu` and `MenuItem`: built, searched and clicked as in Electron; nothing is drawn. */
import { EventEmitter } from 'node:events';
import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
} from 'electron';
import { type NothingBeyond, strict, strictClass } from '../strict.ts';
import { parseAccelerator } from './accelerator.ts';
import { BrowserWindow } from './browser-window.ts';
import { createEvent } from './event.ts';
import { findRole, type RoleBehaviour } from './menu-roles.ts';
import { setShortcutItems, type ShortcutItem, shortcuts } from './menu-shortcuts.ts';
import { eachPage } from './web-contents.ts';

type Click = (item: MenuItem, window: object | undefined, event: object) => void;
const types = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'];
let lastCommand = 0;

class MenuItem implements Pick<
  ElectronMenuItem,
  | 'id'
  | 'label'
  | 'type'
  | 'enabled'
  | 'visible'
  | 'checked'
  | 'commandId'
  | 'registerAccelerator'
  | 'sublabel'
  | 'toolTip'
> {
  readonly id: string;
  label: string;
  sublabel: string;
  toolTip: string;
  readonly type: NonNullable<MenuItemConstructorOptions['type']>;
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  readonly commandId = ++lastCommand;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  click: (event?: object, window?: object, contents?: object) => void;

  constructor(options: MenuItemConstructorOptions) {
    const role = options.role === undefined ? null : findRole(options.role);
    this.submenu = submenuOf(options, role);
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    if (!types.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    if (!options.label && !role && this.type !== 'separator') {
      throw new Error('A menu item needs a label, a role or the type "separator".');
    }
    this.id = options.id ?? '';
    this.role = options.role;
    this.label = options.label ?? (role ? labelOf(role) : '');
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = (options.accelerator as string | undefined) ?? role?.accelerator;
    if (this.accelerator !== undefined) parseAccelerator(this.accelerator);
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    const own = options.click as Click | undefined;
    this.click = (event, window) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.checked = true;
      const target = window ?? BrowserWindow.getFocusedWindow() ?? undefined;
      // With a role, `click` is ignored.
      if (role) role.run?.((target ?? null) as BrowserWindow | null);
      else own?.(strict('MenuItem', this), target, event ?? createEvent({}));
    };
  }
}

function labelOf({ label }: RoleBehaviour): string {
  return typeof label === 'function' ? label() : label;
}

function submenuOf(
  options: MenuItemConstructorOptions,
  role: RoleBehaviour | null,
): Menu | undefined {
  const given = options.submenu as unknown;
  if (given instanceof Menu) return given;
  if (Array.isArray(given)) return Menu.buildFromTemplate(given as MenuItemConstructorOptions[]);
  return role?.submenu && Menu.buildFromTemplate(role.submenu.map(roleItem));
}

function roleItem(role: string): MenuItemConstructorOptions {
  return role === 'separator'
    ? { type: 'separator' }
    : { role: role as NonNullable<MenuItemConstructorOptions['role']> };
}

class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    if (!Array.isArray(template)) {
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    }
    const menu = new Menu();
    for (const entry of template) {
      const item = entry instanceof MenuItem ? entry : new MenuItem(entry);
      menu.append(strict('MenuItem', item));
    }
    return strict('Menu', menu);
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    setShortcutItems(menu ? shortcutItems(menu) : []);
    eachPage((page) => page.send(['shortcuts', shortcuts()]));
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

true satisfies NothingBeyond<Menu, ElectronMenu>;
true satisfies NothingBeyond<typeof Menu, typeof Electron.Menu>;
true satisfies NothingBeyond<MenuItem, ElectronMenuItem>;

let applicationMenu: Menu | null = null;

/**
 * Editing shortcuts stay the browser's own, on every page; a hidden item keeps its shortcut
 * (`acceleratorWorksWhenHidden`), a disabled one does nothing.
 */
const browserRoles = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectall'];

function shortcutItems(menu: Menu): ShortcutItem[] {
  return menu.items.flatMap((item) => {
    if (item.submenu) return shortcutItems(item.submenu);
    const browsers = browserRoles.includes(item.role?.toLowerCase() ?? '');
    if (!item.accelerator || !item.registerAccelerator || browsers) return [];
    const click = (contents: object): void => {
      item.click(
        createEvent({ triggeredByAccelerator: true }),
        BrowserWindow.fromWebContents(contents) ?? undefined,
      );
    };
    const shortcut = parseAccelerator(item.accelerator);
    // "Ctrl and +" is typed as Ctrl and = on many keyboards; Electron adds the same twin.
    const twin = shortcut.key === '+' ? [{ shortcut: { ...shortcut, key: '=' }, click }] : [];
    return [{ shortcut, click }, ...twin];
  });
}

const StrictMenu = strictClass('Menu', Menu);
const StrictMenuItem = strictClass('MenuItem', MenuItem);
export { StrictMenu as Menu, StrictMenuItem as MenuItem };
