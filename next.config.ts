import type { NextConfig } from "next";
import { mostFormBytes } from "./lib/server/form-size.ts";

/** Bytes that are UTF-8 as an address writes them; decoding anything else throws. */
const later = "%[89ab][0-9a-f]";
const readable = [
  "[^%]",
  "%[0-7][0-9a-f]",
  `%(?:c[2-9a-f]|d[0-9a-f])${later}`,
  `%(?:e0%[ab][0-9a-f]|e[1-9a-cef]${later}|ed%[89][0-9a-f])${later}`,
  `%(?:f0%[9ab][0-9a-f]|f[1-3]${later}|f4%8[0-9a-f])${later}${later}`,
].join("|");

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // Images of questions are served as they are, by app/media.
  images: { unoptimized: true },
  reactStrictMode: true,
  // Tests need packages that are not installed where the app only runs; npm run check types everything.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // Native code and the WebAssembly query compiler stay outside the bundle.
  serverExternalPackages: [
    "better-sqlite3",
    "satteri",
    "pg",
    "prom-client",
    "@opentelemetry/api",
    "@opentelemetry/core",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
    "@prisma/client",
    "@prisma/adapter-better-sqlite3",
    "@prisma/adapter-pg",
  ],
  // No name holds a NUL, and PostgreSQL would call such a question an error instead of finding nothing. Nor is there
  // one of bytes that are no text, at which Next itself would fail.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/:path(.*(?:%00|\\0).*)", destination: "/404" },
      { source: `/:path((?!(?:${readable})*$).*)`, destination: "/404" },
    ],
    afterFiles: [],
    // A browser asks for it while the page changes, when the icon is not named for a moment.
    fallback: [{ source: "/favicon.ico", destination: "/icon.svg" }],
  }),
  experimental: {
    serverActions: { bodySizeLimit: mostFormBytes },
    // A navigation or an action that meets a dead network waits for it instead of breaking the page.
    useOffline: true,
    // The first visitor would wait for the code of all pages. lib/cli/serve-app.mjs loads it at calmer moments.
    preloadEntriesOnStart: false,
  },
  // Of the same sources the same; see lib/cli/build.mjs.
  generateBuildId: () => process.env.MOCKDOWN_BUILD ?? null,
  // Tests and benchmarks build beside the app: two builds in one checkout must not share a folder.
  distDir: process.env.MOCKDOWN_DIST_DIR ?? ".next",
};

export default config;
