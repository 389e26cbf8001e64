import { dirname } from "node:path";
import type { Environment } from "./environment.ts";

/** Where this installation stores its own files: beside the SQLite file, or in `data` if the database is elsewhere. */
export function dataFolder({ DATABASE_URL }: Pick<Environment, "DATABASE_URL">): string {
  return DATABASE_URL.startsWith("file:") ? dirname(DATABASE_URL.slice("file:".length)) : "data";
}
