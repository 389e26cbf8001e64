/** Loaded into the server with --import: writes the event loop's delays, in milliseconds, to a file at SIGUSR2. */
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 10;
const file = process.env.BENCH_EVENT_LOOP_FILE;

if (file !== undefined) {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  process.on("SIGUSR2", () => {
    // The measured value is the time between two ticks; the delay is the part beyond the planned interval.
    const ms = (percentile) => Math.max(0, histogram.percentile(percentile) / 1e6 - resolutionMs);
    writeFileSync(file, JSON.stringify({ p50: ms(50), p99: ms(99), max: ms(100) }));
    histogram.reset();
  });
}
