/** Text that is cut off: it reaches beyond a box that hides what does not fit into it. */
import type { Page } from '@playwright/test';

/**
 * What is cut off in the main part of the page and in its bars, each by its box and its words. What can be scrolled to
 * is not cut off; nor is what is for screen readers alone, or what does not fit and is therefore not there at all, as
 * long as its box says it where one points.
 */
export function clippedText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** So much may be lost to rounding, in pixels. */
    const SLACK = 1;

    const says = (box: Element, words: string): boolean =>
      box.closest('[title]')?.getAttribute('title')?.includes(words) ?? false;

    /** The box that cuts these words off; null: none does. */
    function cutBy(node: Text): Element | null {
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(box);
        const overflows = [overflowX, overflowY];
        if (clipPath !== 'none' || overflows.some((one) => /auto|scroll/.test(one))) return null;
        if (overflows.every((one) => one === 'visible')) continue;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const absent = words.top >= bottom - SLACK || words.left >= right - SLACK;
        if (absent && says(box, node.data.trim())) return null;
        const across = words.right > right + SLACK || words.left < left - SLACK;
        if (across || words.bottom > bottom + SLACK || words.top < top - SLACK) return box;
      }
      return null;
    }

    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (
        node.data.trim() === '' ||
        !node.parentElement?.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const box = cutBy(node);
      if (box) found.add(`${box.localName} “${node.data.trim()}”`);
    }
    return [...found];
  });
}
