import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sql } from "#lib/db/sql";
import { startTracing } from "#lib/tracing/start-tracing";
import { onEachDatabase } from "../support/each-database.ts";
import { startCollector } from "../support/trace-collector.ts";

onEachDatabase("tracing", (database) => {
  const server = createServer();
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let endTracing: () => Promise<void>;
  let url: string;
  beforeAll(async () => {
    collector = await startCollector();
    vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url);
    endTracing = startTracing(server, "1.2.3");
    server.on("request", async (request, reply) => {
      const isBroken = request.url === "/broken";
      await database.db.read.exam.count();
      await database.db.write(async (tx) => {
        await tx.exam.count({ where: { slug: "held-secret" } });
        await tx.$queryRaw(sql`SELECT ${"held-secret"} AS "mark"`);
      });
      if (isBroken) await database.db.read.$queryRaw(sql`SELECT "no" FROM "Nowhere"`).catch(() => {});
      reply.writeHead(isBroken ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    server.close();
    await collector.stop();
  });

  it("sends a span for each request and for each of its statements, and what was left when it ends", async () => {
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await fetch(`${url}/attempts/hidden-id/7?token=hidden-token`, { headers: { traceparent } });
    await fetch(`${url}/_next/static/app.js`);
    await Promise.all([fetch(`${url}/help`), fetch(`${url}/broken`)]);
    await database.db.read.exam.count();
    await endTracing();

    const { spans } = collector;
    const requests = spans.filter((span) => "http.route" in span.attributes);
    expect(requests.map(({ name }) => name).sort()).toEqual(["GET /attempts/[id]/[n]", "GET /help", "GET other"]);
    const [attempt] = requests.filter((span) => span.name.includes("attempts"));
    expect(attempt).toMatchObject({ traceId, parentSpanId: "b7ad6b7169203331" });
    expect(attempt?.attributes["http.response.status_code"]).toBe(200);
    for (const request of requests) {
      const own = spans.filter((span) => span.parentSpanId === request.spanId);
      const [broken = 0] = own.filter((span) => span.status.code === 2).map(() => 1);
      expect(broken, request.name).toBe(request.name === "GET other" ? 1 : 0);
      expect(request.status.code).toBe(broken === 1 ? 2 : 0);
      const operations = own.map((span) => span.name);
      expect(operations.filter((name) => name === "SELECT").length).toBeGreaterThanOrEqual(3 + broken);
      expect(operations).toContain("COMMIT");
      for (const span of own) {
        expect(span.traceId).toBe(request.traceId);
        expect(span.attributes["db.system.name"]).toBe(database.db.provider);
      }
    }
    expect(collector.resources[0]).toMatchObject({ "service.name": "mockdown", "service.version": "1.2.3" });
    // Statements of no request are in no trace, and nothing that a request or a statement holds is in a span.
    expect(spans.filter((span) => span.parentSpanId === undefined && !requests.includes(span))).toEqual([]);
    expect(JSON.stringify(spans)).not.toMatch(/hidden|held-secret/);
  });
});
