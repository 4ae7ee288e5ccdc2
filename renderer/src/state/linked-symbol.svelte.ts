import type { Attachment } from 'svelte/attachments';

/** What is pointed at: a symbol of a formula, or the field that sets it. */
interface Pointed {
  readonly id: string;
  readonly at: 'symbol' | 'field';
}

/** Symbols and fields that belong together: pointing at one lights up the other. */
class LinkedSymbol {
  #pointed = $state.raw<Pointed | null>(null);

  get pointed(): Pointed | null {
    return this.#pointed;
  }

  point(pointed: Pointed): void {
    this.#pointed = pointed;
  }

  leave(): void {
    this.#pointed = null;
  }
}

export const linkedSymbol = new LinkedSymbol();

/** A field that lights up its symbol while it is pointed at or has the focus, and is lit by it. */
export function linkedField(id: string): Attachment<HTMLElement> {
  return (node) => {
    const point = (): void => linkedSymbol.point({ id, at: 'field' });
    const leave = (): void => {
      // The focus holds what the pointer leaves.
      if (node.contains(document.activeElement)) point();
      else linkedSymbol.leave();
    };
    const blur = (): void => linkedSymbol.leave();
    const listeners = { pointerenter: point, focusin: point, pointerleave: leave, focusout: blur };
    node.dataset['link'] = id;
    for (const [name, listener] of Object.entries(listeners)) node.addEventListener(name, listener);
    $effect(() => {
      const { pointed } = linkedSymbol;
      node.classList.toggle('lit', pointed?.id === id && pointed.at === 'symbol');
    });
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        node.removeEventListener(name, listener);
      }
    };
  };
}
