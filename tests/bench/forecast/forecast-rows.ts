import { rowByValue } from "../row.ts";
import type { Report } from "../suite.ts";
import type { Measures } from "./measure.ts";
import { growing, ordered, populations, reluctant } from "./scenarios.ts";
import { firstEstimate, type Scenario, simulate } from "./simulate.ts";

const suite = "learning";
const seed = 20_261_129;

/** How true the forecast is of simulated learners, beside its goals. docs/readiness.md says what the simulation assumes. */
export function forecastRows(report: Report, isQuick: boolean): void {
  const learners = isQuick ? 400 : 2_000;
  const run = (scenario: Scenario) => simulate(scenario, learners, seed);
  for (const scenario of [...populations, ...ordered]) {
    const measures = run(scenario);
    report.row(row(scenario, "calibration error", measures.calibrationError, 0.05, measures));
    const best = Math.min(measures.brierOfBaseRate, measures.brierOfRawPercent);
    report.row(row(scenario, "Brier", measures.brier, best, measures));
  }
  for (const scenario of reluctant) {
    const measures = run(scenario);
    report.row(row(scenario, "bias", Math.abs(measures.bias), 1.3, measures, "points"));
    report.row(row(scenario, "coverage off 0.915", Math.abs(measures.coverage - 0.915), 0.045, measures));
  }
  const grown = run(growing);
  report.row(row(growing, "bias", Math.abs(grown.bias), 2, grown, "points"));
  const first = firstEstimate(200, seed);
  report.row(rowByValue({ suite, case: "median first estimate", value: first, unit: "answers", goal: 36 }));
}

function row(scenario: Scenario, what: string, value: number, goal: number, measures: Measures, unit = "") {
  return rowByValue({ suite, case: `${what}: ${scenario.name}`, value, unit, goal, details: detailsOf(measures) });
}

function detailsOf({ calibrationError, coverage, bias, brier, brierOfBaseRate, brierOfRawPercent }: Measures): string {
  const three = (value: number) => value.toFixed(3);
  return `calibration ${three(calibrationError)}, coverage ${three(coverage)}, bias ${bias.toFixed(1)}, Brier ${three(brier)} (base rate ${three(brierOfBaseRate)}, raw percent ${three(brierOfRawPercent)})`;
}
