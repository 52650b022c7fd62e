import type { LucideIcon } from 'lucide-react';
import styles from './transport.module.css';

interface TransportButtonProps {
  /** Read out always; drawn where there is no icon. */
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Before the label: hollow, and filled while it is pressed. */
  readonly dot?: boolean;
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
  dot,
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
      {dot && <span className={styles.dot} aria-hidden="true" />}
      {Icon === undefined ? label : <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
    </button>
  );
}
