/** The load generator: a process of its own, so that its work is not counted as the server's. */
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job, Outcome, Target, Times } from "./load-job.ts";

let counter = Date.now() % 1_000_000;

process.on("message", (job: Job) => {
  void run(job).then((outcome) => process.send?.(outcome));
});
process.on("disconnect", () => process.exit(0));

async function run(job: Job): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
  const times = new Map<string, number[]>();
  const problems: string[] = [];
  let bytes = 0;
  let next = 0;
  const start = performance.now();
  const connection = async () => {
    for (let i = next++; i < job.count; i = next++) {
      const due = job.dueMs?.[i];
      if (due !== undefined) await sleep(Math.max(0, start + due - performance.now()));
      if (performance.now() - start > job.maxSeconds * 1000) return;
      const target = job.targets[((job.offset ?? 0) + i) % job.targets.length] as Target;
      // Waiting for a free connection counts: a visitor would have waited too.
      const from = due === undefined ? performance.now() : start + due;
      const answer = await send(job.url, target, agent).catch((error: Error) => ({ status: 0, bytes: 0, error }));
      const list = times.get(target.group ?? "") ?? [];
      times.set(target.group ?? "", list);
      list.push(performance.now() - from);
      bytes += answer.bytes;
      if (answer.status < 200 || answer.status >= 400)
        problems.push(`${target.method ?? "GET"} ${target.path}: ${"error" in answer ? answer.error : answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: job.connections }, connection));
  const wallMs = performance.now() - start;
  agent.destroy();
  return {
    ...summary([...times.values()].flat()),
    wallMs,
    errors: problems.length,
    firstErrors: problems.slice(0, 3),
    bytes,
    groups: Object.fromEntries([...times].map(([group, list]) => [group, summary(list)])),
  };
}

function send(url: string, target: Target, agent: Agent): Promise<{ status: number; bytes: number }> {
  const { path, method = "GET", body } = target;
  const headers = { Origin: new URL(url).origin, ...target.headers };
  const address = `${target.url ?? url}${path}`;
  const text = body?.replace("%N%", () => String(++counter)).replace("%NOW%", () => new Date().toISOString());
  const length = text === undefined ? {} : { "Content-Length": Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const outgoing = request(address, { method, headers: { ...headers, ...length }, agent }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, bytes }));
      response.on("error", reject);
    });
    outgoing.setTimeout(60_000, () => outgoing.destroy(new Error("no answer within 60 s")));
    outgoing.on("error", reject);
    outgoing.end(text);
  });
}

function summary(list: number[]): Times {
  const sorted = list.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
