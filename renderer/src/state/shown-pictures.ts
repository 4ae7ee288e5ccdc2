import type { Paper, Picture } from '../charts/picture/picture.ts';
import type { StagePane } from './stage-layout.svelte.ts';

/** A pane of the stage, drawn for paper. */
export interface PrintedPane {
  readonly pane: StagePane;
  readonly picture: Picture;
}

/** In the order in which they are read. */
const order: readonly StagePane[] = ['where', 'sweep', 'loss', 'accuracy', 'gain', 'rate'];

/** What stands on a stage and can be drawn as a picture of its own. */
export class ShownPictures {
  readonly #shown = new Map<StagePane, (paper: Paper) => Picture>();

  /** A pane is there that can be drawn so; returns what says that it is gone. */
  offer(pane: StagePane, draw: (paper: Paper) => Picture): () => void {
    this.#shown.set(pane, draw);
    return () => {
      if (this.#shown.get(pane) === draw) this.#shown.delete(pane);
    };
  }

  /** All that is there, drawn for this paper. */
  on(paper: Paper): readonly PrintedPane[] {
    return order.flatMap((pane) => {
      const draw = this.#shown.get(pane);
      return draw ? [{ pane, picture: draw(paper) }] : [];
    });
  }
}
