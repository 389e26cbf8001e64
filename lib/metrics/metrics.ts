import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { savingCauses } from "#lib/db/saving-refused";
import { onSignal } from "./signals.ts";

// The bundler gives routes and instrumentation separate copies of a module; what one counts, the other shows.
const shared = globalThis as typeof globalThis & { mockdownMetrics?: Registry };

/** What this process has counted since it started, and what prom-client knows about Node: event loop, memory, start. */
export function metrics(): Registry {
  shared.mockdownMetrics ??= startCounting(new Registry());
  return shared.mockdownMetrics;
}

/** Listens to the signals of the app's own work from now on. */
function startCounting(registry: Registry): Registry {
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name, help, labelNames, registers });

  const requests = counter("mockdown_answers_requests_total", "Requests to the answers route", ["method", "status"]);
  const duration = new Histogram({
    name: "mockdown_answers_duration_seconds",
    help: "Time from a request to the answers route to its response",
    labelNames: ["method"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 20],
    registers,
  });
  onSignal("answers-request", ({ method, status, seconds }) => {
    requests.inc({ method, status });
    duration.observe({ method }, seconds);
  });
  const entries = counter("mockdown_answer_entries_total", "Changes delivered by learners' devices", ["outcome"]);
  onSignal("answers-saved", ({ saved, refused }) => {
    entries.inc({ outcome: "saved" }, saved);
    entries.inc({ outcome: "refused" }, refused);
  });
  const started = counter("mockdown_attempts_started_total", "Attempts started", ["mode"]);
  onSignal("attempt-started", ({ mode }) => started.inc({ mode }));
  const finished = counter("mockdown_attempts_finished_total", "Attempts finished", ["by"]);
  onSignal("attempt-finished", ({ by }) => finished.inc({ by }));
  const sweeps = counter("mockdown_sweeps_total", "Rounds that submit attempts whose time is over", ["outcome"]);
  onSignal("sweep-ended", ({ outcome }) => sweeps.inc({ outcome }));
  const jumps = counter("mockdown_clock_jumps_total", "Jumps of the wall clock of more than a minute");
  const believed = new Gauge({
    name: "mockdown_clock_believed",
    help: "0 while the clock has jumped and overdue attempts are not handed in",
    registers,
  });
  believed.set(1);
  onSignal("clock-judged", (clock) => {
    believed.set(Number(clock.believed));
    if (clock.jumped) jumps.inc();
  });
  const busy = counter("mockdown_database_busy_total", "Writes that met a locked database or a conflict", ["outcome"]);
  onSignal("database-busy", ({ outcome }) => busy.inc({ outcome }));
  const refused = counter("mockdown_saves_refused_total", "Saves that the database did not take", ["cause"]);
  // Prometheus sees no increase from a series that is not there yet.
  for (const cause of savingCauses) refused.inc({ cause }, 0);
  sweeps.inc({ outcome: "failed" }, 0);
  busy.inc({ outcome: "given-up" }, 0);
  onSignal("saving-refused", ({ cause }) => refused.inc({ cause }));
  const answers = new Histogram({
    name: "mockdown_request_duration_seconds",
    help: "Time from a request to the end of its answer",
    labelNames: ["route", "method", "status"],
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  onSignal("request-answered", ({ seconds, ...labels }) => answers.observe(labels, seconds));
  const failed = counter("mockdown_request_errors_total", "Requests that ended in an unexpected error", ["kind"]);
  onSignal("request-failed", ({ kind }) => failed.inc({ kind }));
  return registry;
}
