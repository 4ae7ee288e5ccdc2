import type { SavedView, ViewSettings } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';

/** Ways to look at the runs that have a name. */
export class SavedViews {
  readonly #lab: Lab;
  readonly #stop: () => void;
  #all = $state.raw<readonly SavedView[]>([]);

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#stop = lab.on('views:changed', (views) => (this.#all = views));
  }

  get all(): readonly SavedView[] {
    return this.#all;
  }

  async read(): Promise<void> {
    this.#all = await this.#lab.request('view:list');
  }

  save(name: string, settings: ViewSettings): Promise<void> {
    return this.#lab.request('view:save', { name, settings });
  }

  remove(name: string): Promise<void> {
    return this.#lab.request('view:remove', name);
  }

  dispose(): void {
    this.#stop();
  }
}
