import { tick } from 'svelte';
import type { App } from './app.ts';
import { offerToPrint } from './print-page.ts';

/** For a view: what it puts on a sheet in its place, made when it is printed. */
export class OnPaper<Content> {
  #content = $state.raw<Content | null>(null);

  constructor(app: App, title: () => string, make: () => Content | null) {
    const lay = (content: Content | null): void => void (this.#content = content);
    offerToPrint(app, {
      get title() {
        return title();
      },
      async layOut() {
        lay(make());
        await tick();
        return () => lay(null);
      },
    });
  }

  /** Null: nothing is being printed. */
  get content(): Content | null {
    return this.#content;
  }
}
