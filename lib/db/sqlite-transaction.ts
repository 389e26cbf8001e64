import type { Transaction } from "@prisma/driver-adapter-utils";
import type { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { byHand } from "./by-hand.ts";
import type { Tx } from "./database.ts";
import { beginImmediate, type SqliteConnection } from "./sqlite-adapter.ts";
import type { Statements } from "./sqlite-statements.ts";

/** A transaction that takes longer than this is a bug: it would hold up every other write. */
const options = { timeout: 60_000, maxWait: 5_000 };

const cameLate = "a statement came after the end of its transaction";

/**
 * Runs jobs in transactions of the connection that writes, one at a time. Statements by hand go to the driver. Prisma's
 * client takes longer to open a transaction than SQLite to store an answer, so it joins only when a job uses a model.
 */
export function createTransactions(writer: PrismaClient, connect: () => Promise<SqliteConnection>) {
  return async function inTransaction<T>(job: (tx: Tx) => Promise<T>): Promise<T> {
    const { adapter, statements } = await connect();
    const transaction = await beginImmediate(adapter);
    adapter.startTransaction = async () => partOf(transaction);
    const models = joining(writer);
    const hand = whileOpen(statements);
    try {
      const result = await job(asTx(byHand(hand.statements), models.ask));
      hand.end();
      await models.leave();
      await transaction.commit();
      return result;
    } catch (error) {
      hand.end();
      await models.leave().catch(() => undefined);
      // After a failed COMMIT there may be nothing left to roll back; that failure is reported, not this one.
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  };
}

/** After the end of its transaction, a statement would run on its own and be committed although the transaction was not. */
function whileOpen(statements: Statements) {
  let isOpen = true;
  return {
    statements(): Statements {
      if (!isOpen) throw new Error(cameLate);
      return statements;
    },
    end(): void {
      isOpen = false;
    },
  };
}

/** Prisma's transaction within ours: it ends with ours, and its failure rolls ours back. */
function partOf(transaction: Transaction): Transaction {
  return { ...transaction, commit: async () => {}, rollback: async () => {} };
}

type Ask = (model: string, method: string, words: readonly unknown[]) => Promise<unknown>;

/** Opens Prisma's transaction when one of its models is first used. */
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
    if (isOver) throw new Error(cameLate);
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
