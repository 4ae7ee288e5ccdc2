import {
  theoryLines,
  type CurveLook,
  type Locale,
  type Motion,
  type Preferences as Values,
  type StageSizes,
  type Theme,
  type TheoryLine,
} from '../../../electron/ipc/preferences.ts';
import type { Lab } from '../api.ts';
import { setLocale } from '../i18n/i18n.svelte.ts';

const USUAL_THEORY: readonly TheoryLine[] = ['limit', 'expected', 'floor'];

/** What the whole page follows at once. */
export interface Look {
  readonly theme: Theme;
  readonly motion: Motion;
}

/** Language, theme, motion, what theory draws and sizes: applied at once, kept by main, shared with the menus. */
export class Preferences {
  readonly #lab: Lab;
  readonly #applyLook: (look: Look) => void;
  readonly #stop: () => void;
  #values = $state.raw<Values>({ locale: 'zh-CN', theme: 'system' });

  constructor(lab: Lab, initial: Values, applyLook: (look: Look) => void) {
    this.#lab = lab;
    this.#applyLook = applyLook;
    this.#apply(initial);
    this.#stop = lab.on('preferences:changed', (values) => this.#apply(values));
  }

  get locale(): Locale {
    return this.#values.locale;
  }

  get theme(): Theme {
    return this.#values.theme;
  }

  get motion(): Motion {
    return this.#values.motion ?? 'system';
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

  /** How the curves of compared runs are looked at. */
  get curves(): CurveLook {
    return this.#values.curves ?? {};
  }

  chooseLocale(locale: Locale): Promise<void> {
    return this.#write({ locale });
  }

  chooseTheme(theme: Theme): Promise<void> {
    return this.#write({ theme });
  }

  chooseMotion(motion: Motion): Promise<void> {
    return this.#write({ motion });
  }

  chooseStage(stage: StageSizes): Promise<void> {
    return this.#write({ stage });
  }

  chooseCurves(curves: CurveLook): Promise<void> {
    return this.#write({ curves });
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
    this.#applyLook({ theme: values.theme, motion: values.motion ?? 'system' });
    this.#values = values;
    setLocale(values.locale);
  }
}
