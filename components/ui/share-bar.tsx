type ShareBarProps = {
  /** Where the bar begins, in percent of the width. */
  from?: number;
  /** How long it is, in percent of the width. */
  width: number;
  className?: string;
};

/** A bar within a width of 100. Drawn by attributes, because the pages' policy allows no inline style. */
export function ShareBar({ from = 0, width, className = "h-1 fill-accent" }: ShareBarProps) {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className={`block w-full ${className}`}>
      <rect x={from} width={Math.max(0, width)} height="4" />
    </svg>
  );
}
