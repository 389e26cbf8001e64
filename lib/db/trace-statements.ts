import { tracingChannel } from "node:diagnostics_channel";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
} from "@prisma/driver-adapter-utils";
import type { Provider } from "./provider.ts";
import type { SqliteConnection } from "./sqlite-adapter.ts";

/** What is published about a running statement. Values are never part of its SQL. */
export interface Statement {
  readonly provider: Provider;
  readonly sql: string;
}

/**
 * Publishes the start and end of each statement. The channel is known by its name, so that every bundle of the app uses
 * the same one.
 */
export const statementChannel = tracingChannel<"mockdown:statement", Statement>("mockdown:statement");

/** Publishes every statement of a connection, however it is sent. Costs next to nothing while nobody listens. */
export function traceSqlite({ adapter, driver, statements }: SqliteConnection): SqliteConnection {
  traceQueries("sqlite", adapter);
  const traced = <T>(sql: string, run: () => T): T =>
    statementChannel.hasSubscribers ? statementChannel.traceSync(run, { provider: "sqlite", sql }) : run();
  return {
    adapter,
    driver,
    statements: {
      rows: (sql, values) => traced(sql, () => statements.rows(sql, values)),
      changes: (sql, values) => traced(sql, () => statements.changes(sql, values)),
    },
  };
}

/** The same for the pool that `factory` makes, and for each transaction that it begins. */
export function tracePostgres(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter: SqlDriverAdapter = traceQueries("postgresql", await connect());
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => traceQueries("postgresql", await begin(level));
    return adapter;
  };
  return factory;
}

function traceQueries<Q extends SqlQueryable>(provider: Provider, queryable: Q): Q {
  const traced =
    <T>(send: (query: SqlQuery) => Promise<T>) =>
    (query: SqlQuery) =>
      statementChannel.hasSubscribers
        ? statementChannel.tracePromise(() => send(query), { provider, sql: query.sql })
        : send(query);
  queryable.queryRaw = traced(queryable.queryRaw.bind(queryable));
  queryable.executeRaw = traced(queryable.executeRaw.bind(queryable));
  return queryable;
}
