import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type AppServer, startApp, untilHealthy } from "../../support/app-server.ts";
import { type Postgres, startPostgres } from "../../support/postgres.ts";
import { startRoundRobin } from "../../support/round-robin.ts";
import { longRun } from "../short-run.ts";
import { heldIn, setDeadline, sql } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { countEnds, type Sitter, sitDown } from "./storm.ts";
import { openThread } from "./storm-thread.ts";

const execute = promisify(execFile);

fault.beforeEach(({ databaseKind }) => fault.skip(databaseKind === "sqlite", "a file has one server"));

/** What is done to three instances and their database while `sitters` learners answer, one answer each `paceMs`. */
interface Storm {
  readonly sitters: number;
  readonly paceMs: number;
  readonly folder?: string;
  readonly faults: (place: Place) => readonly (readonly [name: string, act: () => Promise<unknown>])[];
}

interface Place {
  readonly instances: readonly AppServer[];
  readonly postgres: Postgres;
}

fault("three instances behind a proxy: one is killed, PostgreSQL crashes, one is restarted", async ({ content }) => {
  fault.setTimeout(480_000);
  const faults = ({ instances, postgres }: Place) =>
    [
      ["an instance killed", () => killAndStart(instances.slice(0, 1))],
      ["PostgreSQL ended at once", () => restart(postgres, "SIGQUIT")],
      ["one restarted", () => roll(instances.slice(2))],
    ] as const;
  await weather(content, { sitters: 5, paceMs: 200, faults });
});

fault(
  "three instances behind a proxy and 50 learners in mock exams: every instance is killed, PostgreSQL is restarted, crashes, is away for 70 seconds and has a full disk for 20, and a new build is rolled out",
  longRun,
  async ({ content }) => {
    fault.skip(process.getuid?.() !== 0 || process.platform !== "linux", "only root of Linux can make a small disk");
    fault.setTimeout(1_800_000);
    const second = "test-results/second-release-machines";
    await rm(second, { recursive: true, force: true });
    const env = { ...process.env, NODE_ENV: "production", MOCKDOWN_DIST_DIR: second } as NodeJS.ProcessEnv;
    await execute(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env });
    const folder = await mkdtemp(join(tmpdir(), "mockdown-disk-"));
    await execute("mount", ["-t", "tmpfs", "-o", "size=500m", "tmpfs", folder]);
    const faults = ({ instances, postgres }: Place) =>
      [
        ["each killed in turn", () => killAndStart(instances)],
        ["PostgreSQL restarted in order", () => restart(postgres, "SIGINT")],
        ["PostgreSQL ended at once", () => restart(postgres, "SIGQUIT")],
        ["PostgreSQL away for 70 s", () => restart(postgres, "SIGINT", 70_000)],
        ["disk full for 20 s", () => fillDisk(folder, postgres)],
        ["a new build rolled out", () => roll(instances, { MOCKDOWN_DIST_DIR: second })],
      ] as const;
    try {
      await weather(content, { sitters: 50, paceMs: 1_000, folder, faults });
    } finally {
      await execute("umount", ["--lazy", folder]);
      await rm(folder, { recursive: true });
      await rm(second, { recursive: true, force: true });
    }
  },
);

/** Lets the faults happen one after the other, and holds the database to what the learners read. */
async function weather(content: string, storm: Storm): Promise<void> {
  const [postgres, proxy] = [await startPostgres(storm.folder), await startRoundRobin()];
  const instances: AppServer[] = [];
  try {
    const databaseUrl = await postgres.createDatabase("mockdown");
    for (let i = 0; i < 3; i++) {
      instances.push(await startApp({ content, behind: { proxy: proxy.url, databaseUrl, isFirst: i === 0 } }));
      proxy.instances.push(instances[i]?.url as string);
    }
    const app = instances[0] as AppServer;
    const ends = await countEnds(databaseUrl);
    const thread = await openThread(proxy.url, databaseUrl);
    const written: string[] = [];
    const sitters: Sitter[] = [];
    for (let i = 0; i < storm.sitters; i++) sitters.push(await sitDown(proxy.url, storm.paceMs));
    const faults = storm.faults({ instances, postgres });
    for (const [name, act] of faults) {
      await act();
      for (const { url, log } of instances) await untilHealthy(url, log);
      written.push(await thread.write(`After: ${name}`));
      await sleep(2 * storm.paceMs);
    }
    await Promise.all(sitters.map((sitter) => sitter.rest()));
    await expectAllHeld(app, sitters);
    await expectGradedOnce(app, sitters, instances, ends);
    await expect.poll(() => [...thread.heard].sort(), { timeout: 30_000 }).toEqual(written.sort());
    await thread.close();
    const answers = sitters.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    const done = faults.map(([name]) => name).join(", ");
    figure(
      "acknowledged",
      `${answers} answers of ${sitters.length} learners, lost 0, doubled 0, graded twice 0 (${done})`,
    );
  } finally {
    await Promise.all(instances.map((instance) => instance.dispose()));
    proxy.stop();
    await postgres.startAgain();
    await postgres.stop();
  }
}

async function killAndStart(instances: readonly AppServer[]): Promise<void> {
  for (const instance of instances) {
    await instance.kill();
    await instance.start();
  }
}

/** Stops and starts each while the others serve, as an upgrade without a pause does. */
async function roll(instances: readonly AppServer[], environment?: Readonly<Record<string, string>>): Promise<void> {
  for (const instance of instances) {
    process.kill(instance.pid(), "SIGTERM");
    await instance.ended();
    await instance.start(environment);
  }
}

async function restart(postgres: Postgres, signal: "SIGINT" | "SIGQUIT", awayMs = 0): Promise<void> {
  await postgres.end(signal);
  await sleep(awayMs);
  await postgres.startAgain();
}

/** Takes all room where the data is for 20 seconds. PostgreSQL may give up meanwhile: then it is started again. */
async function fillDisk(folder: string, postgres: Postgres): Promise<void> {
  const filler = join(folder, "filler");
  // PostgreSQL writes meanwhile, so nobody knows how much room there is.
  await expect(execute("dd", ["if=/dev/zero", `of=${filler}`, "bs=64k"])).rejects.toThrow("No space left on device");
  await sleep(20_000);
  await rm(filler);
  await postgres.startAgain();
}

/** Each acknowledged answer is there, once and as it was sent, and no other. */
async function expectAllHeld(app: AppServer, sitters: readonly Sitter[]): Promise<void> {
  for (const { id, acknowledged } of sitters) {
    const rows = await sql(app, 'SELECT "position", "version", "value" FROM "ItemEntry" WHERE "attemptId" = ?', id);
    const held = rows.map(({ position, version, value }) => [`${position}/${version}`, value]);
    expect(held.length).toBe(acknowledged.size);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(acknowledged));
  }
}

/** Half of the exams are submitted at all instances at once, the others found overdue by all of them. */
async function expectGradedOnce(
  app: AppServer,
  sitters: readonly Sitter[],
  instances: readonly AppServer[],
  ends: () => Promise<ReadonlyMap<string, number>>,
): Promise<void> {
  const half = sitters.length / 2;
  for (const { id } of sitters.slice(half)) await setDeadline(app, id, 0);
  const urls = instances.map(({ url }) => url);
  for (const sitter of sitters.slice(0, half)) await sitter.submit(urls);
  const once = new Map(sitters.map(({ id }) => [id, 1]));
  await expect.poll(async () => (await ends()).size, { timeout: 60_000 }).toBe(sitters.length);
  expect(new Map([...(await ends())].sort())).toEqual(new Map([...once].sort()));
  for (const { id } of sitters) {
    const { answers, graded } = await heldIn(app, id);
    for (const [position, answer] of answers) expect(graded.get(position)).toBe(answer);
  }
}
