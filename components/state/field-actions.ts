/** What can be done with a field, wherever it is chosen. */
export interface FieldActions {
  /** To an event. */
  go(ordinal: number): void;
  follow(path: string): void;
  /** Opens the menu of a field at a place of the window, in CSS pixels. */
  openMenu(path: string, at: { readonly x: number; readonly y: number }): void;
}
