import { onTestFinished, vi } from 'vitest';

/** Node has no page that could be idle: here it is after every turn. */
export function idlePage(): void {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}
