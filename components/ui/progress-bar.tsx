/** How much of something is done. Screen readers say `text` where they would else say a bare percentage. */
export function ProgressBar({
  label,
  done,
  of,
  text,
}: {
  label: string;
  done: number;
  of: number;
  text: string;
}) {
  return (
    <progress
      aria-label={label}
      aria-valuetext={text}
      value={done}
      max={of}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line forced-colors:appearance-auto [&::-moz-progress-bar]:bg-ink-2 [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-2 [&::-webkit-progress-value]:transition-[inline-size]"
    />
  );
}
