import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import type { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { byHand } from "./by-hand.ts";
import type { Tx } from "./database.ts";
import { beginImmediate } from "./sqlite-adapter.ts";

/** A transaction that takes longer than this is a bug: it would hold up every other write. */
const options = { timeout: 60_000, maxWait: 5_000 };

/**
 * Runs jobs in transactions of the connection that writes, one at a time. Statements by hand go to the driver. Prisma's
 * client takes longer to open a transaction than SQLite to keep an answer, so it joins only when a job asks for a model.
 */
export function createTransactions(writer: PrismaClient, connect: () => Promise<SqlDriverAdapter>) {
  return async function inTransaction<T>(job: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await connect();
    const transaction = await beginImmediate(connection);
    connection.startTransaction = async () => partOf(transaction);
    const models = joining(writer);
    const { $queryRaw, $executeRaw } = byHand(() => transaction);
    try {
      const result = await job(asTx({ $queryRaw, $executeRaw }, models.ask));
      await models.leave();
      await transaction.commit();
      return result;
    } catch (error) {
      await models.leave().catch(() => undefined);
      // After a COMMIT that failed there may be nothing left to take back; what failed is told, not this.
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  };
}

/** Prisma's transaction within ours: it ends when ours does, and what it cannot do undoes ours. */
function partOf(transaction: Transaction): Transaction {
  return { ...transaction, commit: async () => {}, rollback: async () => {} };
}

type Ask = (model: string, method: string, words: readonly unknown[]) => Promise<unknown>;

/** Opens Prisma's transaction at the first question to one of its models. */
function joining(writer: PrismaClient) {
  let joined: Promise<Tx> | null = null;
  let left: Promise<void> = Promise.resolve();
  let isOver = false;
  let end = () => {};
  function join(): Promise<Tx> {
    joined ??= new Promise((resolve, reject) => {
      left = writer.$transaction((tx) => {
        resolve(tx);
        return new Promise<void>((done) => {
          end = done;
        });
      }, options);
      left.catch(reject);
    });
    return joined;
  }
  const ask: Ask = async (model, method, words) => {
    if (isOver) throw new Error("a statement came after the end of its transaction");
    const tx = (await join()) as unknown as Record<string, Record<string, (...words: readonly unknown[]) => unknown>>;
    return tx[model]?.[method]?.(...words);
  };
  return {
    ask,
    async leave(): Promise<void> {
      isOver = true;
      end();
      await left;
    },
  };
}

function asTx(own: object, ask: Ask): Tx {
  const model = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...words: readonly unknown[]) =>
            ask(name, String(method), words),
      },
    );
  return new Proxy(own, {
    get: (_, name) => (name in own ? own[name as keyof typeof own] : model(String(name))),
  }) as Tx;
}
