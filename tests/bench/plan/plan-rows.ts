import { rowByValue } from "../row.ts";
import type { Report } from "../suite.ts";
import { type PlanScenario, simulatePlan } from "./simulate-plan.ts";

const suite = "learning";
const seed = 20_261_129;
const course = { days: 21, minutes: 30 };

export const planScenarios: readonly PlanScenario[] = [132, 600].flatMap((questions) =>
  [60, 70, 80].map((populationMean) => ({ questions, populationMean, course, halfLife: 5 })),
);

/** The same with worse and better memories: there, the plan must not lose anything. */
const otherMemories = [2, 10].flatMap((halfLife) => planScenarios.map((scenario) => ({ ...scenario, halfLife })));

/** How many points the plan gains over plain FSRS with the same minutes, and how accurate its forecast of the load is. */
export function planRows(report: Report, isQuick: boolean): void {
  const learners = isQuick ? 8 : 60;
  for (const scenario of planScenarios) planRow(report, scenario, learners, -1.5);
  for (const scenario of otherMemories) planRow(report, scenario, learners, 0);
}

function planRow(report: Report, scenario: PlanScenario, learners: number, goal: number): void {
  const { questions, populationMean, halfLife } = scenario;
  const { plain, planned, below, loadError, reviewError } = simulatePlan(scenario, learners, seed);
  const name = `${questions} questions, mean ${populationMean} %, half forgotten after ${halfLife} days`;
  const details = `FSRS ${plain.toFixed(1)}, plan ${planned.toFixed(1)}, worse off ${(100 * below).toFixed(0)} %`;
  const lost = { value: plain - planned, unit: "points", goal, details };
  report.row(rowByValue({ suite, case: `plan of 21 days, points lost to plain FSRS: ${name}`, ...lost }));
  const load = { value: 100 * Math.max(loadError, reviewError), unit: "%", goal: 15 };
  const parts = `minutes ${(100 * loadError).toFixed(1)} %, reviews ${(100 * reviewError).toFixed(1)} %`;
  report.row(rowByValue({ suite, case: `plan, forecast of the load off by: ${name}`, ...load, details: parts }));
}
