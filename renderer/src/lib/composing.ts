/** Escape that ends what an input method composes does not close the dialog around it too. */
export function keepComposing(event: KeyboardEvent): void {
  if (event.isComposing) event.preventDefault();
}
