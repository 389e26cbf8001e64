import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileCommands } from "../compile.mjs";
import { copyApp } from "./copy-app.mjs";
import { manifest, packageText } from "./manifest.mjs";
import { tracedFiles } from "./traced-files.mjs";

/**
 * Makes a release of the built app in `folder`, which is replaced. Every file is picked in: what a trace finds beside the
 * packages, such as the database or the secret of this installation, is left where it is.
 */
export async function makeRelease(folder) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const programs = await compileCommands();
  copyApp(unfinished);
  cpSync(programs, join(unfinished, "programs"), { recursive: true });
  const traced = await tracedFiles(programs);
  for (const file of traced) cpSync(file, join(unfinished, file), { dereference: true });
  for (const file of traced.filter((file) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file)))
    tidyPackage(unfinished, file);
  for (const own of ["prisma/migrations", "content", "LICENSE"])
    cpSync(own, join(unfinished, own), { recursive: true });
  writeFileSync(join(unfinished, "server.mjs"), '#!/usr/bin/env node\nimport "./lib/cli/release/server.mjs";\n');
  writeFileSync(join(unfinished, "package.json"), `${JSON.stringify(manifest(unfinished), null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function tidyPackage(folder, file) {
  const place = join(folder, file);
  const isThere = (name) =>
    existsSync(join(folder, "node_modules", name)) || existsSync(join(place, "../node_modules", name));
  // The native ones are installed again from what their authors say of them.
  writeFileSync(place, packageText(readFileSync(place, "utf8"), isThere));
}
