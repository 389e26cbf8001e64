type ScoreTrendProps = {
  /** In percent, oldest first. */
  scores: readonly number[];
  passing: number;
};

const [width, height] = [300, 100] as const;

/** Scores as a line over the pass mark. The table below it says the same. */
export function ScoreTrend({ scores, passing }: ScoreTrendProps) {
  if (scores.length < 2) return null;
  const x = (i: number) => (width * i) / (scores.length - 1);
  const points = scores.map((score, i) => `${x(i)} ${height - score}`);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mb-3 h-24 w-full border-b border-edge"
    >
      <path
        d={`M0 ${height - passing}H${width}`}
        className="stroke-ink"
        strokeDasharray="4 4"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${points.join("L")}`}
        className="fill-none stroke-accent"
        strokeWidth="2.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
