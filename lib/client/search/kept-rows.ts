/** The rows of a list that this browser keeps as JSON; what is no list, or cannot be read, was never kept. */
export function keptRows(text: string | null): readonly unknown[] {
  try {
    const rows: unknown = text === null ? [] : JSON.parse(text);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}
