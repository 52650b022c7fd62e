/** Next's parsed query as standard search parameters, repeated names included. */
export type PageSearch = Readonly<Record<string, string | readonly string[] | undefined>>;

export function searchParamsOf(search: PageSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    for (const one of values) params.append(name, one);
  }
  return params;
}

export function namespaceOf(search: PageSearch): string {
  return searchParamsOf(search).get('ns') ?? 'main';
}
