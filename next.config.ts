import type { NextConfig } from "next";

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Tests need packages that are not installed where the app only runs; npm run check types everything.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // Native code and the WebAssembly query compiler stay outside the bundle.
  serverExternalPackages: [
    "better-sqlite3",
    "satteri",
    "pg",
    "prom-client",
    "@prisma/client",
    "@prisma/adapter-better-sqlite3",
    "@prisma/adapter-pg",
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Frame-Options", value: "DENY" },
      ],
    },
  ],
  // No name holds a NUL, and PostgreSQL would call such a question an error instead of finding nothing.
  rewrites: async () => ({
    beforeFiles: [{ source: "/:path(.*(?:%00|\\0).*)", destination: "/404" }],
    afterFiles: [],
    fallback: [],
  }),
  // A navigation or an action that meets a dead network waits for it instead of breaking the page.
  experimental: { serverActions: { bodySizeLimit: "256kb" }, useOffline: true },
  // Tests and benchmarks build beside the app: two builds in one checkout must not share a folder.
  distDir: process.env.MOCKDOWN_DIST_DIR ?? ".next",
};

export default config;
