import type { StageSizes } from '../../../electron/ipc/preferences.ts';
import type { Preferences } from './preferences.svelte.ts';

/** A pane of the Lab that can have the whole stage. */
export type StagePane = 'where' | 'loss' | 'accuracy' | 'gain' | 'rate' | 'sweep';

type Part = keyof StageSizes;

/** How the Lab's panes share the stage: their sizes, kept over restarts, and which of them fills it. */
export class StageLayout {
  readonly #preferences: Pick<Preferences, 'stage' | 'chooseStage'>;
  /** Sizes while they are being changed. */
  #moving = $state.raw<StageSizes | null>(null);
  #filled = $state.raw<StagePane | null>(null);

  constructor(preferences: Pick<Preferences, 'stage' | 'chooseStage'>) {
    this.#preferences = preferences;
  }

  get sizes(): StageSizes {
    return this.#moving ?? this.#preferences.stage;
  }

  /** The pane that fills the stage; null: all stand beside each other. */
  get filled(): StagePane | null {
    return this.#filled;
  }

  /** Gives parts another size, for now. */
  move(change: StageSizes): void {
    this.#moving = { ...this.sizes, ...change };
  }

  /** Keeps the sizes as they are. */
  async keep(): Promise<void> {
    const moved = this.#moving;
    if (!moved) return;
    const kept = this.#preferences.chooseStage(moved);
    this.#moving = null;
    await kept;
  }

  /** Lets the app choose these sizes again. */
  async reset(...parts: readonly Part[]): Promise<void> {
    const rest = Object.entries(this.sizes).filter(([part]) => !parts.includes(part as Part));
    this.#moving = Object.fromEntries(rest);
    await this.keep();
  }

  fill(pane: StagePane | null): void {
    this.#filled = pane;
  }

  /** Escape shows all panes again, unless something else takes it. */
  restoreOn(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.filled === null) return;
    const takers = 'input, [role="dialog"], [role="menu"], [role="listbox"]';
    if ((event.target as Element).closest(takers)) return;
    this.fill(null);
  }
}
