/** Files that the page has made, and those that are made of a run. */

/** What the values of a run are written as. */
export const runFormats = ['csv', 'json'] as const;
export type RunFormat = (typeof runFormats)[number];

export const fileKinds = ['png', 'svg', 'csv', 'md'] as const;

/** A picture of a screen at four times its size takes a tenth of this, a table of a million rows half. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** A file the page has made: a picture, a table of what a pane shows, or a text. */
export interface PageFile {
  /** Suggested name, without extension. */
  readonly name: string;
  readonly kind: (typeof fileKinds)[number];
  /** The whole file; all but PNG in UTF-8. */
  readonly bytes: Uint8Array;
}
