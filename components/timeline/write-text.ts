/** What is written into the page without a rendering: only where it is another, and what has a text keeps its node. */

export function writeText(element: HTMLElement | null, text: string): void {
  if (element === null) return;
  const node = element.firstChild;
  if (!(node instanceof Text) || text === '') {
    if (element.textContent !== text) element.textContent = text;
  } else if (node.data !== text) node.data = text;
}

export function writeAttribute(element: HTMLElement | null, name: string, value: string): void {
  if (element !== null && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
