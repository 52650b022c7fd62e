/** The product's mark: a clock whose hand is the playhead. */
export function Mark() {
  return (
    <svg
      aria-hidden
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      className="text-now"
    >
      <circle cx="9" cy="9" r="7.2" />
      <path d="M9 1.8v14.4M9 9h4.6" />
    </svg>
  );
}
