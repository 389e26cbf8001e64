import { load } from "./load.ts";
import type { Outcome, Target } from "./load-job.ts";
import { processorMs } from "./process-stats.ts";

const connections = 32;
/** The limit's own rounds may differ by this share of their median; beyond that, the machine was busy with other work. */
const tolerated = 0.2;

export interface Side {
  readonly url: string;
  readonly pid: number;
  readonly targets: readonly Target[];
}

export interface Figures {
  readonly processorMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** (largest - smallest) / median of the rounds' processor time. */
  readonly spread: number;
  readonly bytes: number;
}

export interface Contest {
  readonly app: Figures;
  readonly limit: Figures;
  readonly isNoisy: boolean;
}

/** How long each side is loaded; `most` limits the requests of one round if each can be sent only once. */
export interface Amounts {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly most?: number;
}

/**
 * Gives both servers the same load in turns, `rounds` times, and returns the median of each. Throws on any failed
 * request.
 */
export async function contest(
  app: Side,
  limit: Side,
  { rounds, seconds, warmUpSeconds, most }: Amounts,
): Promise<Contest> {
  const [appRounds, limitRounds]: [Round[], Round[]] = [[], []];
  const offsets = new Map<Side, number>();
  const turn = async (side: Side, maxSeconds: number) => {
    const offset = offsets.get(side) ?? 0;
    const done = await round(side, offset, maxSeconds, most ?? 1_000_000);
    offsets.set(side, offset + done.count);
    return done;
  };
  await turn(app, warmUpSeconds);
  await turn(limit, warmUpSeconds);
  for (let i = 0; i < rounds; i++) {
    const order = i % 2 === 0 ? ([app, limit] as const) : ([limit, app] as const);
    for (const side of order) (side === app ? appRounds : limitRounds).push(await turn(side, seconds));
  }
  const figures = { app: median(appRounds), limit: median(limitRounds) };
  return { ...figures, isNoisy: figures.limit.spread > tolerated };
}

type Round = Outcome & { readonly processorMs: number };

async function round(side: Side, offset: number, maxSeconds: number, count: number): Promise<Round> {
  const before = processorMs(side.pid);
  const outcome = await load({ url: side.url, targets: side.targets, connections, count, maxSeconds, offset });
  if (outcome.errors > 0) throw new Error(`${outcome.errors} requests failed: ${outcome.firstErrors.join("; ")}`);
  return { ...outcome, processorMs: (processorMs(side.pid) - before) / outcome.count };
}

function median(rounds: readonly Round[]): Figures {
  const of = (pick: (round: Round) => number) => {
    const sorted = rounds.map(pick).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] as number;
  };
  const times = rounds.map((each) => each.processorMs);
  return {
    processorMs: of((each) => each.processorMs),
    p50: of((each) => each.p50),
    p99: of((each) => each.p99),
    perSecond: of((each) => (each.count * 1000) / each.wallMs),
    spread: (Math.max(...times) - Math.min(...times)) / of((each) => each.processorMs),
    bytes: of((each) => each.bytes / each.count),
  };
}

/** Both sides in words, for the last column of the table. */
export function describeContest({ app, limit }: Contest): string {
  const side = (figures: Figures) =>
    `p50 ${figures.p50.toFixed(1)} p99 ${figures.p99.toFixed(1)} ms, ${Math.round(figures.perSecond)}/s, ${(figures.bytes / 1000).toFixed(1)} kB`;
  return `${side(app)} | limit ${side(limit)}, spread ${Math.round(limit.spread * 100)} %`;
}
