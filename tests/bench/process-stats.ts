import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Processor time, user and system, that a process and its children have used since they started, in milliseconds. */
export function processorMs(pid: number): number {
  const ticks = familyOf(pid).reduce((sum, each) => sum + ticksOf(each), 0);
  return (ticks * 1000) / ticksPerSecond;
}

/** Memory that a process and its children are using now, in bytes. */
function residentBytes(pid: number): number {
  return familyOf(pid).reduce((sum, each) => {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${each}/status`, "utf8"));
    return sum + Number(match?.[1] ?? 0) * 1024;
  }, 0);
}

/**
 * The median memory in use while something runs, in bytes, sampled ten times a second: between two garbage collections
 * a process grows, so a single moment says little.
 */
export async function residentBytesDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const watch = watchMemory(pid);
  await work.finally(watch.stop);
  return watch.stop().medianBetween(0, Number.POSITIVE_INFINITY);
}

/** Samples the memory in use ten times a second until it is stopped. Times are seconds since the start. */
export function watchMemory(pid: number) {
  const begunAt = performance.now();
  const seen = [{ at: 0, bytes: residentBytes(pid) }];
  const timer = setInterval(() => {
    seen.push({ at: (performance.now() - begunAt) / 1000, bytes: residentBytes(pid) });
  }, 100);
  const medianBetween = (from: number, to: number) => {
    const bytes = seen.filter(({ at }) => from <= at && at <= to).map((each) => each.bytes);
    return bytes.sort((a, b) => a - b)[bytes.length >> 1] ?? Number.NaN;
  };
  const stop = () => {
    clearInterval(timer);
    return { medianBetween };
  };
  return { stop };
}

/** Its own time and that of children that have ended: proc(5), fields 14 to 17. */
function ticksOf(pid: number): number {
  const fields = afterName(pid).split(" ");
  return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
}

/** The name, in parentheses, may contain anything; the third field follows the last closing parenthesis. */
function afterName(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2);
}

function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}
