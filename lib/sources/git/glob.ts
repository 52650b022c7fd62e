/**
 * Path globs as git's `:(glob)` reads them: `*` and `?` stay within a folder, `**` crosses folders, `[a-z]` is one of a set.
 * No braces, no negation.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return patternOf(glob).test(path);
}

function patternOf(glob: string): RegExp {
  const parts = glob.matchAll(/\*\*\/|\/\*\*$|\*|\?|\[[^\]]+\]|[^*?[/]+|[/[]/g);
  const source = [...parts].map(([part]) => regexOf(part)).join('');
  return new RegExp(`^${source}$`, 'su');
}

function regexOf(part: string): string {
  if (part === '**/') return '(?:.*/)?';
  if (part === '/**') return '/.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  if (part.startsWith('[') && part.length > 1) {
    const negated = /^\[[!^]/.test(part);
    return `[${negated ? '^/' : ''}${part.slice(negated ? 2 : 1, -1).replace(/[\\[\]&~|]/g, '\\$&')}]`;
  }
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
