import { statfs } from "node:fs/promises";
import { Gauge, Registry } from "prom-client";

interface Machine {
  readonly version: string;
  /** How many streams of news are open. */
  readonly openStreams: number;
  /** Where the data of this installation is. */
  readonly folder: string;
}

/** What is known of this process and its machine at this moment, as text for Prometheus. */
export async function machineGauges({ version, openStreams, folder }: Machine): Promise<string> {
  const registers = [new Registry()];
  const build = { name: "mockdown_build_info", help: "1, with the release and Node as labels" };
  new Gauge({ ...build, labelNames: ["version", "node"], registers }).set({ version, node: process.versions.node }, 1);
  new Gauge({ name: "mockdown_streams_open", help: "Pages that hear of new comments", registers }).set(openStreams);
  const free = await freeBytes(folder);
  if (free !== null)
    new Gauge({ name: "mockdown_disk_free_bytes", help: "Free space where the data is", registers }).set(free);
  return (registers[0] as Registry).metrics();
}

/** Null where the folder cannot be reached, as while its disk is away. */
async function freeBytes(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}
