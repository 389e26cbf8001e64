import { createRequire } from "node:module";

/** Loaded before the server: at SIGUSR2, prints which packages of OpenTelemetry are loaded. */
const { cache } = createRequire(import.meta.url);
process.on("SIGUSR2", () => {
  const names = Object.keys(cache).flatMap((file) => /node_modules\/(@opentelemetry\/[^/]+)/.exec(file)?.[1] ?? []);
  console.log(`loaded: ${[...new Set(names)].sort().join(" ")}.`);
});
