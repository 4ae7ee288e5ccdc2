/** Attached to what comes and goes: gives the focus back to what had it before, where it would be lost. */
export function givesFocusBack(node: HTMLElement): () => void {
  const before = document.activeElement;
  return () => {
    const now = document.activeElement;
    const lost = now === null || now === document.body || node.contains(now);
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
