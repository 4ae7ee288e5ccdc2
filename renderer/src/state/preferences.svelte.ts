import {
  theoryLines,
  type Locale,
  type Preferences as Values,
  type StageSizes,
  type Theme,
  type TheoryLine,
} from '../../../electron/ipc/preferences.ts';
import type { Lab } from '../api.ts';
import { setLocale } from '../i18n/i18n.svelte.ts';

const USUAL_THEORY: readonly TheoryLine[] = ['limit', 'expected', 'floor'];

/** Language, theme, what theory draws and sizes: applied at once, kept by main, shared with the menus. */
export class Preferences {
  readonly #lab: Lab;
  readonly #applyTheme: (theme: Theme) => void;
  readonly #stop: () => void;
  #values = $state.raw<Values>({ locale: 'zh-CN', theme: 'system' });

  constructor(lab: Lab, initial: Values, applyTheme: (theme: Theme) => void) {
    this.#lab = lab;
    this.#applyTheme = applyTheme;
    this.#apply(initial);
    this.#stop = lab.on('preferences:changed', (values) => this.#apply(values));
  }

  get locale(): Locale {
    return this.#values.locale;
  }

  get theme(): Theme {
    return this.#values.theme;
  }

  /** The lines of theory that are drawn. */
  get theory(): readonly TheoryLine[] {
    return this.#values.theory ?? USUAL_THEORY;
  }

  /** Draws a line of theory, or leaves it out. */
  switchTheory(line: TheoryLine): Promise<void> {
    const { theory } = this;
    const next = theoryLines.filter((one) => theory.includes(one) !== (one === line));
    return this.#write({ theory: next });
  }

  /** How large the person made parts of the Lab's stage. */
  get stage(): StageSizes {
    return this.#values.stage ?? {};
  }

  chooseLocale(locale: Locale): Promise<void> {
    return this.#write({ locale });
  }

  chooseTheme(theme: Theme): Promise<void> {
    return this.#write({ theme });
  }

  chooseStage(stage: StageSizes): Promise<void> {
    return this.#write({ stage });
  }

  dispose(): void {
    this.#stop();
  }

  async #write(change: Partial<Values>): Promise<void> {
    const before = this.#values;
    this.#apply({ ...before, ...change });
    try {
      this.#apply(await this.#lab.request('preferences:write', change));
    } catch (error) {
      this.#apply(before);
      throw error;
    }
  }

  #apply(values: Values): void {
    // First the page, then the state: charts read the page's colours when the state changes.
    this.#applyTheme(values.theme);
    this.#values = values;
    setLocale(values.locale);
  }
}
