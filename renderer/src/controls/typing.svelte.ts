import { untrack } from 'svelte';

interface TypingOptions {
  /** The value of the field; read in an effect. */
  readonly value: () => unknown;
  /** Why what is typed is no value, as a sentence; null: it is one. */
  readonly faultOf: (typed: string) => string | null;
  /** Told when what is typed stops or starts being a value. */
  readonly onrefuse: (refused: boolean) => void;
}

/**
 * What is being typed into a field that otherwise shows its value. While it is none it stays there, with the sentence
 * that says why; a value that comes from elsewhere, as by an undo, takes its place. Made while a component is.
 */
export class Typing {
  /** Null: the field shows its value. */
  text = $state<string | null>(null);
  readonly #options: TypingOptions;
  readonly fault = $derived.by(() =>
    this.text === null ? null : this.#options.faultOf(this.text),
  );

  constructor(options: TypingOptions) {
    this.#options = options;
    $effect(() => {
      const refused = this.fault !== null;
      untrack(() => options.onrefuse(refused));
    });
    $effect(() => () => options.onrefuse(false));
    $effect(() => {
      options.value();
      untrack(() => this.settle(this.fault !== null));
    });
  }

  /** The field shows its value again; without `when`, if what is typed is one. */
  settle(when = this.fault === null): void {
    if (when) this.text = null;
  }

  /** Enter settles, Escape gives up what was typed. */
  readonly onkeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.text === null) return;
    if (event.key === 'Enter') this.settle();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.text = null;
  };
}
