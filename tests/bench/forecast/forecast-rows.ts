import { rowByValue } from "../row.ts";
import type { Report } from "../suite.ts";
import { leastError } from "./bound.ts";
import { simulateDisputes } from "./items.ts";
import {
  alike,
  allKnowing,
  firsts,
  firstsFitted,
  growing,
  ordered,
  populations,
  reluctant,
  revisions,
} from "./scenarios.ts";
import { firstEstimate, type Outcome, type Scenario, simulate, simulateRevision } from "./simulate.ts";

const suite = "learning";
const seed = 20_261_129;

/** From this share of learners with a forecast on, it is judged. */
const fewestShown = 0.1;

/**
 * How accurate the forecast is for simulated learners, beside its goals. docs/readiness.md says what the simulation
 * assumes.
 */
export function forecastRows(report: Report, isQuick: boolean): void {
  const learners = isQuick ? 400 : 2_000;
  for (const scenario of [...populations, ...ordered, ...allKnowing, ...firsts, ...firstsFitted]) {
    const measures = simulate(scenario, learners, seed);
    // With few forecasts, chance alone causes an error.
    if (measures.shown < fewestShown) {
      report.say(`${scenario.name}: no forecast for ${(100 * (1 - measures.shown)).toFixed(1)} %`);
      continue;
    }
    report.row(row("calibration error", scenario, measures, { value: measures.calibrationError, goal: 0.05 }));
    const goal = Math.min(measures.brierOfBaseRate, measures.brierOfRawPercent);
    report.row(row("Brier", scenario, measures, { value: measures.brier, goal }));
  }
  const { error, passed, distance } = leastError(...alike, seed, isQuick ? 2_000 : 12_000);
  const bound = {
    value: error,
    unit: "",
    goal: null,
    details: `pass rates ${passed.toFixed(3)} apart, answers ${distance.toFixed(3)}`,
  };
  report.row(
    rowByValue({ suite, case: `the least error in both: ${alike.map(({ name }) => name).join("; ")}`, ...bound }),
  );
  for (const scenario of reluctant) {
    const measures = simulate(scenario, learners, seed);
    report.row(row("bias", scenario, measures, { value: Math.abs(measures.bias), goal: 1.3 }));
    const distance = Math.abs(measures.coverage - 0.915);
    report.row(row("coverage, from 0.915", scenario, measures, { value: distance, goal: 0.045 }));
  }
  const grown = simulate(growing, learners, seed);
  report.row(row("bias", growing, grown, { value: Math.abs(grown.bias), goal: 2 }));
  const first = firstEstimate(200, seed);
  report.row(rowByValue({ suite, case: "median first estimate", value: first, unit: "answers", goal: 36 }));
  revisionRows(report, learners / 2);
  for (const distractors of ["even", "uneven"] as const) {
    const { found, falseAlarms } = simulateDisputes(distractors, isQuick ? 2 : 10, seed);
    const missed = { value: 1 - found, unit: "", goal: 0.02 };
    report.row(
      rowByValue({ suite, case: `wrong keys not found by 60 answers, ${distractors} distractors`, ...missed }),
    );
    const disputed = { value: falseAlarms, unit: "", goal: 0.01 };
    report.row(
      rowByValue({ suite, case: `sound keys disputed over four looks, ${distractors} distractors`, ...disputed }),
    );
  }
}

function revisionRows(report: Report, learners: number): void {
  for (const revision of revisions) {
    const { gained, shown } = simulateRevision(revision, learners, seed);
    const details = `gained ${gained.toFixed(1)} points, shown ${shown.toFixed(1)}`;
    const measured =
      revision.growth > 0
        ? { value: 100 * (1 - shown / gained), unit: "% hidden", goal: 30 }
        : { value: shown, unit: "points", goal: 3 };
    report.row(rowByValue({ suite, case: `60 repeats, ${revision.name}`, ...measured, details }));
  }
}

interface Judged {
  readonly value: number;
  readonly goal: number;
}

function row(what: string, scenario: Scenario, measures: Outcome, judged: Judged) {
  return rowByValue({ suite, case: `${what}: ${scenario.name}`, unit: "", ...judged, details: detailsOf(measures) });
}

function detailsOf({
  shown,
  calibrationError,
  coverage,
  bias,
  brier,
  brierOfBaseRate,
  brierOfRawPercent,
}: Outcome): string {
  const three = (value: number) => value.toFixed(3);
  return `shown to ${(100 * shown).toFixed(0)} %, calibration ${three(calibrationError)}, coverage ${three(coverage)}, bias ${bias.toFixed(1)}, Brier ${three(brier)} (base rate ${three(brierOfBaseRate)}, raw percent ${three(brierOfRawPercent)})`;
}
