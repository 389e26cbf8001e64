import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { type Database, openDatabase } from "#lib/db/database";
import { type AppOptions, type AppServer, startApp } from "../support/app-server.ts";
import { sessionCookie } from "../support/session-cookie.ts";
import { generateContent, generatedSlug } from "./generate-content.ts";

export const secret = "a secret of benchmarks that is long enough for anything";
/** The exam that the suites use. */
export const examSlug = generatedSlug(0);
const questions = 300;

export interface Learner {
  readonly viewer: Viewer & { readonly learnerId: string };
  /** Headers of a browser that is signed in as this learner. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface EventLoopDelays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface BenchApp {
  readonly server: AppServer;
  readonly db: Database;
  /** A new account with a session. */
  readonly signUp: (name: string) => Promise<Learner>;
  /** Delays of the server's event loop since the last call, in milliseconds. */
  readonly eventLoopDelays: () => Promise<EventLoopDelays>;
  readonly stop: () => Promise<void>;
}

/**
 * The built app with its own database, which is also opened here to insert what a suite needs. `where` is as in
 * `startApp`; without it, the database is a SQLite file.
 */
export async function startBenchApp(where: Pick<AppOptions, "postgres" | "behind"> = {}): Promise<BenchApp> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-bench-"));
  const probeFile = join(folder, "event-loop.json");
  await generateContent(join(folder, "content"), questions, "rich");
  const probe = new URL("event-loop-probe.mjs", import.meta.url).pathname;
  const server = await startApp({
    ...where,
    content: join(folder, "content"),
    environment: {
      AUTH_SECRET: secret,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${probe}`.trim(),
      BENCH_EVENT_LOOP_FILE: probeFile,
    },
  });
  const db = openDatabase(server.databaseUrl);
  return {
    server,
    db,
    signUp: (name) => signUp(db, name),
    async eventLoopDelays() {
      rmSync(probeFile, { force: true });
      process.kill(server.pid(), "SIGUSR2");
      for (let tries = 0; tries < 100 && !existsSync(probeFile); tries++) await sleep(50);
      await sleep(20);
      return JSON.parse(readFileSync(probeFile, "utf8")) as EventLoopDelays;
    },
    async stop() {
      await db.close();
      await server.dispose();
      await rm(folder, { recursive: true });
    },
  };
}

async function signUp(db: Database, name: string): Promise<Learner> {
  const now = new Date();
  const id = `bench-${name}`;
  const email = `${name}@bench.example`;
  const token = `token-of-${name}`;
  const dates = { createdAt: now, updatedAt: now };
  await db.write(async (tx) => {
    await tx.learner.create({ data: { id, createdAt: now } });
    await tx.user.create({ data: { id, name, email, learnerId: id, ...dates } });
    const expiresAt = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
    await tx.session.create({ data: { id, token, userId: id, expiresAt, ...dates } });
  });
  const member = { userId: id, name, email, role: "member" as const };
  return { viewer: { ...mintViewer(id, member), learnerId: id }, headers: { Cookie: sessionCookie(token, secret) } };
}
