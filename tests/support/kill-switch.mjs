/**
 * Loaded into a server under test with `--import`: the process kills itself as SIGKILL would, at the statement that the
 * file MOCKDOWN_TEST_KILL names, whenever that is written:
 *
 * `{"before": n}`: before the n-th statement of a transaction, its COMMIT included, counted over transactions;
 * `{"commit": "before" | "after", "nth": n}`: around the n-th COMMIT; `{"any": n}`: before the n-th statement of any
 * kind.
 *
 * Or it lives, and its next COMMITs go wrong: `{"commit": "busy", "times": n}` makes that many fail as with a lock that
 * is held too long; `{"commit": "hang", "ms": n}` makes one take that long, as on a disk that hangs.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { followOrder } from "./follow-order.mjs";

const require = createRequire(import.meta.url);
const file = process.env.MOCKDOWN_TEST_KILL ?? "";
let order = {};
let seen = { statements: 0, commits: 0, any: 0 };

followOrder(file, 2, (text) => {
  order = text === "" ? {} : JSON.parse(text);
  seen = { statements: 0, commits: 0, any: 0 };
});

function end() {
  writeFileSync(file, "");
  process.kill(process.pid, "SIGKILL");
}

/** Called before and after each statement; `isInside` a transaction. */
function before(sql, isInside) {
  const isCommit = /^\s*COMMIT\b/i.test(sql);
  seen.any++;
  if (isInside) seen.statements++;
  if (isCommit) seen.commits++;
  if (order.any === seen.any || (isInside && order.before === seen.statements)) end();
  if (isCommit && order.commit === "before" && order.nth === seen.commits) end();
  if (isCommit && order.commit === "busy" && seen.commits <= order.times)
    throw Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
  if (isCommit && order.commit === "hang" && seen.commits === 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, order.ms);
}

function after(sql) {
  if (/^\s*COMMIT\b/i.test(sql) && order.commit === "after" && order.nth === seen.commits) end();
}

function watchSqlite() {
  const Database = require("better-sqlite3");
  const prepare = Database.prototype.prepare;
  let isWatched = false;
  Database.prototype.prepare = function (...args) {
    const statement = prepare.apply(this, args);
    if (!isWatched) {
      isWatched = true;
      const kind = Object.getPrototypeOf(statement);
      for (const name of ["run", "get", "all", "iterate"]) {
        const real = kind[name];
        kind[name] = function (...values) {
          before(this.source, this.database.inTransaction);
          const result = real.apply(this, values);
          after(this.source);
          return result;
        };
      }
    }
    return statement;
  };
}

function watchPostgres() {
  const { Client } = require("pg");
  const query = Client.prototype.query;
  const inside = new WeakSet();
  Client.prototype.query = function (...args) {
    const sql = typeof args[0] === "string" ? args[0] : (args[0]?.text ?? "");
    before(sql, inside.has(this));
    if (/^\s*BEGIN\b/i.test(sql)) inside.add(this);
    if (/^\s*(COMMIT|ROLLBACK)\b/i.test(sql)) inside.delete(this);
    const result = query.apply(this, args);
    if (typeof result?.then !== "function") return result;
    return result.then((value) => {
      after(sql);
      return value;
    });
  };
}

watchSqlite();
watchPostgres();
