import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { main, step } from "./say.mjs";

const folder = "release";

/** `npm run build:release`: a folder that runs with `node server.mjs`, with nothing to install or compile. */
await main(async () => {
  await prepare();
  await build();
  // Needs a package, which may have been missing until now.
  const { makeRelease } = await import("./release/make-release.mjs");
  await step(`made ${folder}/`, () => makeRelease(folder));
});
