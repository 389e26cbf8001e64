import { statfs } from "node:fs/promises";
import { Gauge, Registry } from "prom-client";
import type { DatabaseLoad } from "#lib/db/database";

interface Machine {
  readonly version: string;
  /** How many discussion streams are open. */
  readonly openStreams: number;
  readonly load: DatabaseLoad;
  /** Where the data of this installation is. */
  readonly folder: string;
  /** The newest backup, null if there is none; undefined if backups are made in another way. */
  readonly backup: { readonly at: Date; readonly bytes: number } | null | undefined;
}

/** What is known about this process and its machine now, as text for Prometheus. */
export async function machineGauges({ version, openStreams, load, folder, backup }: Machine): Promise<string> {
  const registers = [new Registry()];
  const build = { name: "mockdown_build_info", help: "1, with the release and Node as labels" };
  new Gauge({ ...build, labelNames: ["version", "node"], registers }).set({ version, node: process.versions.node }, 1);
  new Gauge({ name: "mockdown_streams_open", help: "Pages that hear of new comments", registers }).set(openStreams);
  const writes = { name: "mockdown_writes_waiting", help: "Writes that wait for their turn" };
  new Gauge({ ...writes, registers }).set(load.writesWaiting);
  if (load.pool !== null) {
    const { open, idle, waiting } = load.pool;
    const held = { name: "mockdown_pool_connections", help: "Connections to PostgreSQL that this process holds" };
    const connections = new Gauge({ ...held, labelNames: ["state"], registers });
    connections.set({ state: "busy" }, open - idle);
    connections.set({ state: "idle" }, idle);
    const queue = { name: "mockdown_pool_waiting", help: "Statements and transactions that wait for a connection" };
    new Gauge({ ...queue, registers }).set(waiting);
  }
  const free = await freeBytes(folder);
  if (free !== null)
    new Gauge({ name: "mockdown_disk_free_bytes", help: "Free space where the data is", registers }).set(free);
  if (backup !== undefined) {
    // Without any, the time since the start counts: the first one is made then.
    const ageSeconds = backup === null ? process.uptime() : (Date.now() - backup.at.getTime()) / 1000;
    new Gauge({ name: "mockdown_backup_age_seconds", help: "Age of the newest backup", registers }).set(ageSeconds);
    const size = { name: "mockdown_backup_size_bytes", help: "Size of the newest backup" };
    new Gauge({ ...size, registers }).set(backup?.bytes ?? 0);
  }
  return (registers[0] as Registry).metrics();
}

/** Null if the folder cannot be reached, for example while its disk is missing. */
async function freeBytes(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}
