/** The app itself: what it is made of. */

export interface AppInfo {
  readonly version: string;
  /** App version + V8 version: the last bit of exp differs between engines. */
  readonly engineVersion: string;
  /** Component name → version, for About: Electron, Chromium, Node, V8, SQLite. */
  readonly components: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly dataFolder: string;
  readonly logFolder: string;
  /** True when the stand-in host plays Electron's part. */
  readonly standIn: boolean;
}

/** Folders that the app shows in the system's own window. */
export const appFolders = ['data', 'backups', 'logs'] as const;

export type AppFolder = (typeof appFolders)[number];

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** A page keeps so many characters at most of what it shows; eight runs with their forks take a tenth of it. */
export const MOST_KEPT = 512 * 1024;
