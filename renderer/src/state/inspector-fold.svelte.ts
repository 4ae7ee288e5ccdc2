/** In a narrow window the inspector covers what it stands on. */
export type WindowWidth = 'narrow' | 'wide';

/** Whether the inspector is folded, as the person left it in a window that is narrow, or wide. */
export class InspectorFold {
  #folded = $state({ narrow: true, wide: false });

  folded(width: WindowWidth): boolean {
    return this.#folded[width];
  }

  fold(width: WindowWidth, folded: boolean): void {
    this.#folded[width] = folded;
  }
}
