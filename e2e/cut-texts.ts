/** Which texts are not in sight in whole. */
import type { Locator } from '@playwright/test';

/** Texts below `root` that it, or what lies between, cuts sideways; what is only said to those who listen is left out. */
export function cutTexts(root: Locator, selector = '*'): Promise<readonly string[]> {
  return root.evaluate((element, wanted) => {
    const clips = (one: Element): boolean => getComputedStyle(one).overflowX !== 'visible';
    const isCut = (text: Text): boolean => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, width } = range.getBoundingClientRect();
      if (width === 0) return false;
      for (let one = text.parentElement; one !== null; one = one.parentElement) {
        if (one.classList.contains('sr-only')) return false;
        const box = one.getBoundingClientRect();
        if (clips(one) && (left < box.left - 0.5 || right > box.right + 0.5)) return true;
        if (one === element) return false;
      }
      return false;
    };
    const cut: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text && node.parentElement?.closest(wanted) && isCut(node)) cut.push(node.data);
    return cut;
  }, selector);
}
