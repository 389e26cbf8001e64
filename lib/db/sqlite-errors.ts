import type { SqliteConnection } from "./sqlite-adapter.ts";

/** Calls `heard` with the error of every statement of a connection, however it was sent; then the error is thrown. */
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
