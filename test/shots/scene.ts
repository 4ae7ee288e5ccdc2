import type { Page } from '@playwright/test';

/** A state of which pictures are taken. */
export interface Scene {
  readonly name: string;
  /** Leads from the first screen, in English, to the state. */
  readonly set: (page: Page) => Promise<void>;
  /** Done again in every language, theme and size, where a change of them would end the state. */
  readonly again?: (page: Page) => Promise<void>;
}
