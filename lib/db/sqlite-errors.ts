import type { SqliteConnection } from "./sqlite-adapter.ts";

/** Tells `heard` the error of every statement of a connection, by whatever way it was sent; the error goes on. */
export function hearErrors({ adapter, driver, statements }: SqliteConnection, heard: (error: unknown) => void) {
  const listen = <A extends unknown[], R>(send: (...words: A) => R) => {
    return (...words: A): R => {
      try {
        return send(...words);
      } catch (error) {
        heard(error);
        throw error;
      }
    };
  };
  const listenLater = <A extends unknown[], R>(send: (...words: A) => Promise<R>) => {
    return async (...words: A): Promise<R> => {
      try {
        return await send(...words);
      } catch (error) {
        heard(error);
        throw error;
      }
    };
  };
  adapter.queryRaw = listenLater(adapter.queryRaw.bind(adapter));
  adapter.executeRaw = listenLater(adapter.executeRaw.bind(adapter));
  return { adapter, driver, statements: { rows: listen(statements.rows), changes: listen(statements.changes) } };
}
