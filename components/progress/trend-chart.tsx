import { useWords } from "#words";

/** A score at a place between the left (0) and the right (1), in percent; from and to bound where it is likely. */
export interface ChartPoint {
  readonly x: number;
  readonly score: number;
  readonly from?: number;
  readonly to?: number;
}

const [width, height] = [300, 100] as const;
const place = ({ x }: ChartPoint, percent: number) => `${width * x} ${height - percent}`;

/** Scores as a line above the pass mark, with the band in which each is likely. A table beside it contains the same. */
export function TrendChart({ points, passing }: { points: readonly ChartPoint[]; passing: number }) {
  const t = useWords();
  if (points.length < 2) return null;
  const band = points.every(({ from, to }) => from !== undefined && to !== undefined)
    ? [
        ...points.map((point) => place(point, point.to ?? 0)),
        ...points.map((point) => place(point, point.from ?? 0)).reverse(),
      ]
    : [];
  return (
    <div aria-hidden="true" className="mt-1 mb-3 flex h-28 gap-2 text-xs font-normal text-muted">
      <div className="flex shrink-0 flex-col justify-between text-end leading-none whitespace-nowrap tabular-nums">
        {[1, 0.5, 0].map((share) => (
          <span key={share}>{t("unit.percent", { share })}</span>
        ))}
      </div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-full w-full min-w-0 border-y border-edge"
      >
        {band.length === 0 ? null : <path d={`M${band.join("L")}Z`} className="band fill-accent-soft" />}
        <path
          d={`M0 ${height - passing}H${width}`}
          className="stroke-ink"
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={`M${points.map((point) => place(point, point.score)).join("L")}`}
          className="fill-none stroke-accent"
          strokeWidth="2.5"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </div>
  );
}
