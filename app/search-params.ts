/** Next's parsed query as standard search parameters; of a repeated name the first counts. */
export type PageSearch = Readonly<Record<string, string | readonly string[] | undefined>>;

export function searchParamsOf(search: PageSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const first = typeof value === 'string' ? value : value?.[0];
    if (first !== undefined) params.set(name, first);
  }
  return params;
}

export function namespaceOf(search: PageSearch): string {
  return searchParamsOf(search).get('ns') ?? 'main';
}
