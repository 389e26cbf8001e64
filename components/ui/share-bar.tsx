type ShareBarProps = {
  /** Where the bar begins, in percent of the width. */
  from?: number;
  /** How long it is, in percent of the width. */
  width: number;
  /** The length of the whole that the bar is a part of, in percent of the width; drawn faintly. */
  rest?: number;
  /** The position of a line, in percent of the width. */
  mark?: number | null;
  className?: string;
};

/** A bar within a width of 100. Drawn with attributes, because the pages' policy allows no inline style. */
export function ShareBar({ from = 0, width, rest, mark = null, className = "h-1 fill-accent" }: ShareBarProps) {
  return (
    <svg
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`block w-full rtl:-scale-x-100 ${className}`}
    >
      {rest === undefined ? null : <rect width={rest} height="4" fillOpacity="0.25" />}
      <rect x={from} width={Math.max(0, width)} height="4" />
      {mark === null ? null : (
        <path d={`M${mark} 0V4`} className="stroke-ink" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
