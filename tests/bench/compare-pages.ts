import type { BenchApp } from "./bench-app.ts";
import { contest, describeContest, type Side } from "./contest.ts";
import type { LimitServer } from "./limit-server.ts";
import type { Target } from "./load-job.ts";
import { rowByRatio } from "./row.ts";
import type { Report, SuiteOptions } from "./suite.ts";

interface Setting {
  readonly suite: string;
  readonly app: BenchApp;
  readonly limit: LimitServer;
  readonly report: Report;
  readonly options: SuiteOptions;
}

/** Compares pages of the app with a page of the limit that has their average size. */
export function comparePages({ suite, app, limit, report, options }: Setting) {
  return async (name: string, targets: readonly Target[], goal: number): Promise<void> => {
    const bytes = await meanBytes(app.server.url, targets);
    const path = await limit.pageOf(name.replace(/[^a-z]+/g, "-"), bytes);
    await compare({ suite, app, limit, report, options })(name, targets, [{ path }], goal);
  };
}

/** Compares any requests to the app with requests to the limit. */
export function compare({ suite, app, limit, report, options }: Setting) {
  return async (
    name: string,
    targets: readonly Target[],
    limitTargets: readonly Target[],
    goal: number,
    most?: number,
  ): Promise<void> => {
    const appSide: Side = { url: app.server.url, pid: app.server.pid(), targets };
    const limitSide: Side = { url: limit.url, pid: limit.pid, targets: limitTargets };
    const amounts = options.isQuick
      ? { rounds: 3, seconds: 1.2, warmUpSeconds: 1.2 }
      : { rounds: 7, seconds: 3, warmUpSeconds: 5 };
    const result = await contest(appSide, limitSide, { ...amounts, ...(most ? { most } : {}) });
    report.row(
      rowByRatio({
        suite,
        case: name,
        value: result.app.processorMs,
        unit: "ms CPU",
        limit: result.limit.processorMs,
        goal,
        isNoisy: result.isNoisy,
        details: describeContest(result),
      }),
    );
  };
}

/** Bytes of a page's HTML, uncompressed, as the load process requests it. Throws if a page does not exist. */
async function meanBytes(url: string, targets: readonly Target[]): Promise<number> {
  let sum = 0;
  for (const { path, headers } of targets) {
    const response = await fetch(`${url}${path}`, { headers: { ...headers }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    sum += (await response.arrayBuffer()).byteLength;
  }
  return sum / targets.length;
}
