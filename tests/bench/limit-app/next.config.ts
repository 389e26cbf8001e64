import { join } from "node:path";
import type { NextConfig } from "next";

/** A minimal Next app that the app is compared with. Three folders up is the checkout, here and in its copy. */
const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: join(import.meta.dirname, "../../..") },
};

export default config;
