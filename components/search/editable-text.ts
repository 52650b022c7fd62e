/** The text of an element that is written in, and where the caret stands in it, in UTF-16 units. */

export interface Selected {
  readonly from: number;
  readonly to: number;
}

export const textOf = (element: HTMLElement): string => element.textContent ?? '';

/** null where the caret stands elsewhere. */
export function selectedIn(element: HTMLElement): Selected | null {
  const selection = element.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  return {
    from: offsetOf(element, range.startContainer, range.startOffset),
    to: offsetOf(element, range.endContainer, range.endOffset),
  };
}

/** One piece of text, so that a place in it is one number. */
export function putText(element: HTMLElement, text: string): void {
  if (textOf(element) !== text) element.textContent = text;
}

export function putCaret(element: HTMLElement, caret: number): void {
  element.normalize();
  const selection = element.ownerDocument.getSelection();
  const node = element.firstChild;
  if (node === null) selection?.collapse(element, 0);
  else selection?.collapse(node, Math.min(caret, node.textContent?.length ?? 0));
}

function offsetOf(element: HTMLElement, container: Node, offset: number): number {
  const before = element.ownerDocument.createRange();
  before.selectNodeContents(element);
  before.setEnd(container, offset);
  return before.toString().length;
}
