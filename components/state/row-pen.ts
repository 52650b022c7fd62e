/** Writes another moment into rows that React drew, and puts back what was there before it draws again. */
import type { Pen } from '#client/moving-place';
import type { Scene } from '#client/replay/question';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import type { RowSketch } from './sketch.ts';

/** Rows as they were drawn last. */
export class DrawnRows {
  readonly tree: HTMLElement;
  /** null: this moment needs more than other texts in the rows that are drawn. */
  readonly sketch: (scene: Scene) => readonly RowSketch[] | null;
  private found: ReadonlyMap<string, { row: HTMLElement; text: Text | null }> | null = null;

  constructor(tree: HTMLElement, sketch: DrawnRows['sketch']) {
    this.tree = tree;
    this.sketch = sketch;
  }

  at(path: string): { readonly row: HTMLElement; readonly text: Text | null } | null {
    this.found ??= new Map(
      [...this.tree.querySelectorAll<HTMLElement>('[data-path]')].map((row) => [
        row.dataset.path ?? '',
        { row, text: valueText(row) },
      ]),
    );
    return this.found.get(path) ?? null;
  }
}

/** Under this attribute of the tree nothing is seen of what its rows were changed from. */
const SKETCHED = 'data-sketched';
const CHANGED = 'is-changed';

export class RowPen implements Pen {
  /** null: none that could be written into. */
  rows: DrawnRows | null = null;
  /** What React drew, where something else is written now. */
  private readonly texts = new Map<Text, string>();
  private readonly marks = new Map<Element, boolean>();

  draw(scene: Scene): boolean {
    const strokes = this.strokesOf(scene);
    if (strokes === null) return false;
    this.rows?.tree.setAttribute(SKETCHED, '');
    for (const stroke of strokes) stroke();
    return true;
  }

  readonly lift = (): void => {
    for (const [node, text] of this.texts) node.data = text;
    for (const [row, isChanged] of this.marks) row.classList.toggle(CHANGED, isChanged);
    this.texts.clear();
    this.marks.clear();
    this.rows?.tree.removeAttribute(SKETCHED);
  };

  /** All of them are found before one is made. */
  private strokesOf(scene: Scene): readonly (() => void)[] | null {
    const { rows } = this;
    if (rows === null || scene.event === null || scene.changes.length === 0) return null;
    const caption = captionOf(rows.tree);
    const sketches = rows.sketch(scene);
    if (caption === null || sketches === null) return null;
    const { version } = scene.event;
    const counts = countsInWords(countChanges(visibleChanges(scene.changes)));
    const strokes = [
      () => this.write(caption.version, String(version)),
      () => this.write(caption.counts, counts),
    ];
    for (const { row, value, isChanged } of sketches) {
      const found = rows.at(row.node.path);
      if (found === null || (found.text === null && value !== null)) return null;
      strokes.push(() => {
        if (found.text !== null)
          this.write(found.text, value ?? this.texts.get(found.text) ?? found.text.data);
        this.mark(found.row, isChanged);
      });
    }
    return strokes;
  }

  private write(node: Text, text: string): void {
    if (node.data === text) return;
    if (!this.texts.has(node)) this.texts.set(node, node.data);
    node.data = text;
  }

  private mark(row: Element, isChanged: boolean): void {
    const wasChanged = row.classList.contains(CHANGED);
    if (wasChanged === isChanged) return;
    if (!this.marks.has(row)) this.marks.set(row, wasChanged);
    row.classList.toggle(CHANGED, isChanged);
  }
}

/** The last text of what says the value: before it may stand what it was. */
function valueText(row: HTMLElement): Text | null {
  let node: ChildNode | null = row.querySelector('[data-value]');
  while (node !== null && !(node instanceof Text)) node = node.lastChild;
  return node;
}

/** "After event 12 · 3 fields changed": its two texts that are others at another moment. */
function captionOf(tree: HTMLElement): { readonly version: Text; readonly counts: Text } | null {
  const caption = tree.parentElement?.querySelector('[data-caption]');
  // What came from the server has comments between its texts.
  const texts = [...(caption?.childNodes ?? [])].filter((node) => node instanceof Text);
  const [, version, , counts] = texts;
  return texts.length !== 4 || version === undefined || counts === undefined ? null : { version, counts };
}
