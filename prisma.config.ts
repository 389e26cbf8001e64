import { defineConfig } from "prisma/config";

// `generate` no longer needs the schema engine but still looks for its binary, which cannot be downloaded everywhere.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
