import type { LucideIcon } from 'lucide-react';
import styles from './transport.module.css';

interface TransportButtonProps {
  /** Read out always; drawn where there is no icon. */
  readonly label: string;
  readonly icon?: LucideIcon;
  /** The key that does the same. */
  readonly hint?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly disabled?: boolean;
  onPress(): void;
}

export function TransportButton({
  label,
  icon: Icon,
  hint,
  pressed,
  expanded,
  controls,
  disabled,
  onPress,
}: TransportButtonProps) {
  return (
    <button
      type="button"
      className={Icon === undefined ? styles.button : styles.iconButton}
      aria-label={Icon === undefined ? undefined : label}
      title={hint === undefined ? label : `${label} (${hint})`}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      disabled={disabled}
      onClick={onPress}
    >
      {Icon === undefined ? label : <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
    </button>
  );
}
