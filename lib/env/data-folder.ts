import { dirname } from "node:path";
import type { Environment } from "./environment.ts";

/** Where this installation keeps what is its own: beside the SQLite file, or `data` when the database is elsewhere. */
export function dataFolder({ DATABASE_URL }: Pick<Environment, "DATABASE_URL">): string {
  return DATABASE_URL.startsWith("file:") ? dirname(DATABASE_URL.slice("file:".length)) : "data";
}
