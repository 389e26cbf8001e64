import type { AsyncLocalStorage } from "node:async_hooks";
import { type Context, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import { type Statement, statementChannel } from "#lib/db/trace-statements";

/**
 * Traces the statements made within traced work, but not those of background jobs. For an error, a span says only that
 * there was one: its message may contain what somebody wrote.
 */
export function traceStatements(tracer: Tracer, current: AsyncLocalStorage<Context>): void {
  const spans = new WeakMap<Statement, Span>();
  const end = (statement: Statement) => {
    spans.get(statement)?.end();
    spans.delete(statement);
  };
  statementChannel.subscribe({
    start(statement) {
      const parent = current.getStore();
      if (parent === undefined) return;
      const { provider, sql } = statement;
      const operation = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "SQL";
      const attributes = { "db.system.name": provider, "db.operation.name": operation, "db.query.text": sql.trim() };
      spans.set(statement, tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes }, parent));
    },
    // A promise ends later; a value that was returned directly has ended now.
    end(statement) {
      if ("result" in statement || "error" in statement) end(statement);
    },
    asyncStart() {},
    asyncEnd: end,
    error: (statement) => void spans.get(statement)?.setStatus({ code: SpanStatusCode.ERROR }),
  });
}
