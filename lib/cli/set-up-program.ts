import { Command } from "commander";
import { version } from "#lib/env/version";
import { asStarted } from "./as-started.ts";
import { setUp } from "./set-up-steps.ts";

/**
 * The part of `npm start` that needs the packages: checks the settings, migrates the database, syncs the content. Its help is
 * that of the whole start, and in a release that of its one program.
 */
export function setUpProgram(isRelease = process.env.MOCKDOWN_FOLDER !== undefined): Command {
  const program = new Command(asStarted("npm start --"))
    .version(version)
    .description("Prepare database and questions, and serve them until a stop signal.")
    .option("--accept-loss", "continue with a database that has lost data since its last stop")
    .action(setUp);
  return isRelease ? program.usage("[options] [folder]").addHelpText("after", releaseHelp) : program;
}

const releaseHelp = asStarted(`
Data and a file of settings, .env, are in the folder where you start it, and so are the questions, in content/.
Without content/, it serves your folder of questions if you stand in or beside it, and otherwise those that come with it.

With a folder of your own questions, it serves that folder on this machine only, picks up its changes and opens the
browser. Data is kept beside that folder, in <folder>.data. Options with a folder:
  --no-open      do not open the browser
  --init         write an exam.md for the folder, and end

Commands:
  npm run admin -- --help
                 accounts, backups, another database, and a check of everything
  npm run content -- --help
                 check, import and export questions
`);
