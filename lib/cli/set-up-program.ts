import { Command } from "commander";
import { asStarted } from "./as-started.ts";
import { setUp } from "./set-up-steps.ts";

/** The part of `npm start` that needs the packages: checks the settings, migrates the database, syncs the content. */
export function setUpProgram(): Command {
  return new Command(asStarted("npm start --"))
    .option("--accept-loss", "continue with a database that has lost data since its last stop", false)
    .action(setUp);
}
