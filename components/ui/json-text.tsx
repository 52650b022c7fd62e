import { visible } from './visible-text.tsx';

/** A leaf's JSON text, exactly as written, in the colour of its kind. */
export function JsonText({ text, className = '' }: { text: string; className?: string }) {
  return <span className={`${colorOfJson(text)} ${className}`}>{visible(text)}</span>;
}

export function colorOfJson(text: string): string {
  const first = text[0] ?? '';
  if (first === '-' || (first >= '0' && first <= '9')) return 'text-num';
  return text === 'null' ? 'text-ink-3' : '';
}
