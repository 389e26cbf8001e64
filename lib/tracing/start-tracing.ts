import { AsyncLocalStorage } from "node:async_hooks";
import type { Server } from "node:http";
import type { Context } from "@opentelemetry/api";
import { ExportResultCode } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from "@opentelemetry/sdk-trace";
import { log } from "#lib/log/log";
import { traceRequests } from "./trace-requests.ts";
import { traceStatements } from "./trace-statements.ts";

/**
 * Traces requests to `server` and their statements from now on, and sends spans to OTEL_EXPORTER_OTLP_ENDPOINT; the
 * exporter reads that setting and its others itself. Returns a function that sends the last spans. Nothing is
 * registered for the whole process: the spans of Next and of the sign-in library contain addresses.
 */
export function startTracing(server: Server, version: string): () => Promise<void> {
  const own = resourceFromAttributes({ "service.name": "mockdown", "service.version": version });
  const provider = new TracerProvider({
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: tellingOfFailures(new OTLPTraceExporter()) })],
  });
  const tracer = provider.getTracer("mockdown", version);
  const current = new AsyncLocalStorage<Context>();
  traceRequests(server, tracer, current);
  traceStatements(tracer, current);
  return () => provider.shutdown();
}

/** Logs when spans can no longer be sent, and when they can again. Spans in between are lost. */
function tellingOfFailures(exporter: OTLPTraceExporter): SpanExporter {
  let isFailing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS;
        if (failed && !isFailing) log("warn", "traces-not-sent", {}, result.error);
        if (!failed && isFailing) log("info", "traces-sent-again");
        isFailing = failed;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
