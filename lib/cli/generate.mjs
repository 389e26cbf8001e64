import { mkdir, readFile, writeFile } from "node:fs/promises";
import { run } from "./run-command.mjs";

/** Makes both Prisma clients from the one schema: the PostgreSQL twin differs by its provider and output lines. */
export async function generateClients() {
  await mkdir("prisma/generated", { recursive: true });
  const schema = await readFile("prisma/schema.prisma", "utf8");
  await writeFile("prisma/generated/postgresql.prisma", toPostgres(schema));
  await run(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--schema", "prisma/schema.prisma"]);
  await run(process.execPath, [
    "node_modules/prisma/build/index.js",
    "generate",
    "--schema",
    "prisma/generated/postgresql.prisma",
  ]);
}

export function toPostgres(schema) {
  return schema.replace('provider = "sqlite"', 'provider = "postgresql"').replace("./generated/sqlite", "./postgresql");
}
