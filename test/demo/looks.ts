/** Language, theme and places of the app, changed as a person does, and pictures of them. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Locale, Theme } from '../../electron/ipc/preferences.ts';
import { en } from '../../renderer/src/i18n/en/index.ts';
import { zhCN } from '../../renderer/src/i18n/zh-CN/index.ts';
import { sizes } from '../e2e/support/app.ts';

const catalogues = { en, 'zh-CN': zhCN } as const satisfies Record<Locale, unknown>;

/** Words that both languages have; plural forms differ. */
type Words = { readonly [K in keyof typeof en & keyof typeof zhCN]: string };

export class Looks {
  readonly #page: Page;
  readonly #folder: string;
  readonly #taken: string[];
  #locale: Locale = 'en';

  constructor(page: Page, folder: string, taken: string[]) {
    this.#page = page;
    this.#folder = folder;
    this.#taken = taken;
  }

  /** The app's words in its present language. */
  get words(): Words {
    return catalogues[this.#locale];
  }

  async use(locale: Locale, theme: Exclude<Theme, 'system'>): Promise<void> {
    const page = this.#page;
    // Until the app stands, the document says the language it was written in.
    await page.getByRole('navigation').waitFor();
    const html = page.locator('html');
    this.#locale = (await html.getAttribute('lang')) as Locale;
    if (this.#locale !== locale) {
      await page.getByRole('button', { name: this.words['language.switch'] }).click();
      await page.locator(`html[lang="${locale}"]`).waitFor();
      this.#locale = locale;
    }
    await page.getByRole('combobox', { name: this.words.theme }).click();
    await page.getByRole('option', { name: this.words[`theme.${theme}`] }).click();
    await page.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
  }

  async go(place: 'start' | 'lab' | 'runs'): Promise<void> {
    const name = this.words[`nav.${place}`];
    await this.#page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  }

  /** Waits until the Lab says that both its runs have finished. */
  async finished(): Promise<void> {
    const [before = ''] = this.words['state.all.finished'].split('{{steps}}');
    const hasText = before.replace('{{count}}', '2');
    const state = this.#page.getByRole('banner').getByRole('status').filter({ hasText });
    await state.waitFor({ timeout: 60_000 });
  }

  /** A picture of the window's whole content, at 1440×900 unless `size` says otherwise. */
  async shoot(name: string, size: keyof typeof sizes = 'large'): Promise<void> {
    const page = this.#page;
    await page.setViewportSize(sizes[size]);
    await page.evaluate(() => document.fonts.ready);
    // What was said in passing has gone by.
    await page.locator('[data-sonner-toast]').first().waitFor({ state: 'detached' });
    // Charts redraw and controls fade within a fifth of a second.
    await page.waitForTimeout(400);
    const path = join(this.#folder, `${name}.png`);
    await page.screenshot({ path, scale: 'css' });
    this.#taken.push(path);
    await page.setViewportSize(sizes.large);
  }
}
