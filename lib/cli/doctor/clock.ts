import type { Database } from "#lib/db/database";
import { lookInto } from "#lib/db/look-into";
import { isServed } from "#lib/db/server-lock";
import { largestDriftMs, largestGapMs } from "#lib/exam/clock";

/**
 * Compares the clock of this machine with the newest time in the database, and with the clock of PostgreSQL. `url` is the
 * database's own, also when `db` is a copy.
 */
export async function clockProblem(db: Database, url: string): Promise<string | null> {
  if (db.provider === "postgresql") return (await differsFromPostgres(url)) ?? isBehind(await newestTime(db));
  const [newest, believed] = [await newestTime(db), await lastBelieved(db)];
  // A server notes the time every minute; one that was stopped may have been so for weeks.
  return isBehind(newest) ?? (isServed(url.slice("file:".length)) ? isAhead(believed) : null);
}

function isBehind(newest: Date | null): string | null {
  const now = new Date();
  if (newest === null || newest.getTime() - now.getTime() <= largestDriftMs) return null;
  return `the clock says ${written(now)}, but the database has events from ${written(newest)}: one of them is or was wrong; set the clock with NTP`;
}

function isAhead(believed: Date | null): string | null {
  const now = new Date();
  if (believed === null || now.getTime() - believed.getTime() <= largestGapMs) return null;
  return `the clock says ${written(now)}, but the server last trusted it at ${written(believed)}: set it with NTP, or confirm that it is right with npm run admin -- clock confirm`;
}

async function differsFromPostgres(url: string): Promise<string | null> {
  const [row] = await lookInto(url, (ask) => ask("SELECT (extract(epoch FROM now()) * 1000)::text"));
  const [now, there] = [new Date(), new Date(Number(row?.[0]))];
  if (Math.abs(now.getTime() - there.getTime()) <= largestDriftMs) return null;
  return `the clock says ${written(now)}, but PostgreSQL's says ${written(there)}: set both with NTP`;
}

async function lastBelieved(db: Database): Promise<Date | null> {
  const mark = await db.read.clockMark.findUnique({ where: { id: 1 }, select: { newestAt: true } });
  return mark?.newestAt ?? null;
}

async function newestTime(db: Database): Promise<Date | null> {
  const [attempt, entry, comment] = [
    await db.read.attempt.aggregate({ _max: { startedAt: true } }),
    await db.read.itemEntry.aggregate({ _max: { receivedAt: true } }),
    await db.read.comment.aggregate({ _max: { createdAt: true } }),
  ];
  const times = [attempt._max.startedAt, entry._max.receivedAt, comment._max.createdAt, await lastBelieved(db)];
  return times.reduce((newest, time) => (newest === null || (time !== null && time > newest) ? time : newest), null);
}

function written(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
