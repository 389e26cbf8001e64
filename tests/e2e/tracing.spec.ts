import { startApp } from "../support/app-server.ts";
import { freePort } from "../support/free-port.ts";
import { startCollector } from "../support/trace-collector.ts";
import { expect, test } from "./app-test.ts";

const probe = { NODE_OPTIONS: "--import=./tests/support/loaded-packages.mjs" };

async function withApp<T>(environment: Record<string, string>, use: (app: Awaited<ReturnType<typeof startApp>>) => T) {
  const app = await startApp({ content: "tests/fixtures/exam-bank", environment: { ...probe, ...environment } });
  try {
    for (const path of ["/", "/exams/sample", "/exams/sample"]) expect((await fetch(app.url + path)).status).toBe(200);
    process.kill(app.pid(), "SIGUSR2");
    await expect.poll(app.log).toContain("loaded: ");
    return await use(app);
  } finally {
    await app.dispose();
  }
}

const loadedIn = (log: string) => /loaded: (.*)\./.exec(log)?.[1];

test.beforeEach(() =>
  test.skip(test.info().project.name !== "sqlite", "what is loaded does not depend on the database"),
);

test("without its setting no code of OpenTelemetry is loaded but the interface that Next loads itself", async () => {
  expect(await withApp({}, (app) => loadedIn(app.log()))).toMatch(/^(@opentelemetry\/api)?$/);
});

test("with it pages and their statements reach the collector, the last of them at the stop", async () => {
  const collector = await startCollector();
  try {
    await withApp({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, async (app) => {
      expect(loadedIn(app.log())).toContain("@opentelemetry/sdk-trace");
      process.kill(app.pid(), "SIGTERM");
      expect(await app.ended()).toBe(0);
    });
    const [page] = collector.spans.filter(({ name }) => name === "GET /exams/[exam]");
    const statements = collector.spans.filter((span) => span.parentSpanId === page?.spanId);
    expect(statements.length).toBeGreaterThan(0);
    expect(new Set(statements.map((span) => span.attributes["db.system.name"]))).toEqual(new Set(["sqlite"]));
  } finally {
    await collector.stop();
  }
});

test("a collector that is away holds up nothing, is reported once, and the server stops in order", async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  await withApp({ OTEL_EXPORTER_OTLP_ENDPOINT: nobody }, async (app) => {
    process.kill(app.pid(), "SIGTERM");
    expect(await app.ended(), app.log()).toBe(0);
    expect(app.log()).toContain("server-stopped");
  });
});
