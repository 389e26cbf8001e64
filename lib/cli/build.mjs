import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { run } from "./run-command.mjs";
import { Refused, step } from "./say.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "prisma",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "package.json",
  "package-lock.json",
];

/**
 * Checks whether the build was made from the same sources: returns null if so, otherwise a function that builds it. A
 * start checks while it prepares the database, and builds afterwards: a refusal should not have to wait for a build.
 */
export async function lookAtBuild() {
  const folder = process.env.MOCKDOWN_DIST_DIR ?? ".next";
  const stamp = `${folder}/mockdown-build`;
  const wanted = await fingerprint(sources);
  const isBuilt = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  return isBuilt ? null : () => buildAs(stamp, wanted);
}

/** Builds the app unless the build was made from the same sources. */
export async function build() {
  const finish = await lookAtBuild();
  await finish?.();
}

async function buildAs(stamp, wanted) {
  process.stdout.write("Building the app …\n");
  await step("built the app", () => nextBuild(wanted));
  writeFileSync(stamp, wanted);
}

/**
 * Instances that each build the same sources get the same files, names and ids: a page of one finds its scripts and
 * actions on every other. Next would choose a random key, from which it derives the ids of actions. The key is meant to
 * encrypt values inside actions written in components, and there are none.
 */
function sameEverywhere(wanted) {
  return {
    MOCKDOWN_BUILD: wanted.slice(0, 21),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash("sha256").update(wanted).digest("base64"),
  };
}

async function nextBuild(wanted) {
  const env = { ...sameEverywhere(wanted), ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env }).catch((error) => {
    throw new Refused(`The app cannot be built:\n${error.message}`);
  });
}
