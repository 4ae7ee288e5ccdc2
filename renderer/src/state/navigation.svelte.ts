import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { TermId } from '../glossary/index.ts';
import type { SectionName } from '../lessons/sections.ts';
import type { PrerequisiteId } from '../prerequisites/index.ts';
import type { GuideId } from '../training/guide.ts';

export const places = ['start', 'learn', 'lab', 'studio', 'runs'] as const;
export type Place = (typeof places)[number];

/** What fills the window: an id and its parameters. */
export type View =
  | { readonly id: Place | 'trash' | 'settings' | 'lens' | 'misconceptions' }
  /** The term one came for; null: none. */
  | { readonly id: 'glossary'; readonly term: TermId | null }
  /** Null: all of them. */
  | { readonly id: 'prerequisites'; readonly topic: PrerequisiteId | null }
  /** Without a guide its first one. */
  | { readonly id: 'training'; readonly guide?: GuideId }
  | { readonly id: 'decay'; readonly config: ExperimentConfig }
  | { readonly id: 'compare'; readonly runIds: readonly RunId[] }
  | { readonly id: 'run'; readonly runId: RunId }
  /** The number is that of the sixteen, from 1; without a section it opens where the person stopped. */
  | { readonly id: 'lesson'; readonly number: number; readonly section?: SectionName };

/** Where the person is. One store instead of a router: nothing here has an address. */
export class Navigation {
  #view = $state.raw<View>({ id: 'start' });

  get view(): View {
    return this.#view;
  }

  /** The entry of the rail that is lit. */
  get place(): Place | 'settings' {
    const { id } = this.#view;
    switch (id) {
      case 'decay':
        return 'lab';
      case 'lesson':
      case 'lens':
      case 'glossary':
      case 'misconceptions':
      case 'prerequisites':
      case 'training':
        return 'learn';
      case 'compare':
      case 'trash':
      case 'run':
        return 'runs';
      default:
        return id;
    }
  }

  go(view: View): void {
    this.#view = view;
  }
}
