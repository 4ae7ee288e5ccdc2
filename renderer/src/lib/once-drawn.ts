/** Resolves when what was changed is on the screen: the frame after the next has begun. */
export function onceDrawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
