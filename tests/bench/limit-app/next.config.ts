import { join } from "node:path";
import type { NextConfig } from "next";

/** The least that Next can do: what the app is measured against. Three folders up is the checkout, here and in its copy. */
const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: join(import.meta.dirname, "../../..") },
};

export default config;
