import { Command } from "commander";
import { asStarted } from "./as-started.ts";
import { takeDataOf } from "./content-folder.ts";

const users = () => import("./user-commands.ts");
const clock = () => import("./clock-commands.ts");

/** The command line for operators: `npm run admin -- <command>`. Each command loads only its own code. */
export function adminProgram(isRelease = process.env.MOCKDOWN_FOLDER !== undefined): Command {
  const program = new Command(asStarted("npm run admin --")).description(
    "Manage accounts and backups, and check the whole installation.",
  );
  addAccounts(program);
  addClock(program);
  addData(program);
  addDoctor(program);
  if (isRelease) addFolder(program);
  return program;
}

/** A checkout has one database, and its settings name it. */
function addFolder(program: Command): void {
  program
    .option("--dir <folder>", "the folder of questions whose data is meant, where it is not the one served from here")
    .hook("preAction", () => takeDataOf(program.opts<{ dir?: string }>().dir));
}

function addAccounts(program: Command): void {
  const user = program.command("user").description("accounts");
  user
    .command("list")
    .description("list every account with its role")
    .action(async () => (await users()).listUsers());
  user
    .command("promote")
    .description("make an account an author, a moderator or an administrator")
    .argument("<email>")
    .argument("[role]", "author, moderator or administrator", "administrator")
    .action(async (email: string, role: string) => (await users()).setRole(email, role));
  user
    .command("demote")
    .description("make an account an ordinary member")
    .argument("<email>")
    .action(async (email: string) => (await users()).setRole(email, "member"));
  user
    .command("reset-password")
    .description("give an account a new password, printed once, and end its sessions")
    .argument("<email>")
    .action(async (email: string) => (await users()).resetPassword(email));
  user
    .command("sign-out")
    .description("end the sessions of an account, or of everybody")
    .argument("[email]")
    .option("--everybody", "of all accounts", false)
    .action(async (email: string | undefined, { everybody }: { everybody: boolean }) =>
      (await users()).signOutUser(email, everybody),
    );
  user
    .command("reset-second-factor")
    .description("turn off an account's authenticator app, and end its sessions")
    .argument("<email>")
    .action(async (email: string) => (await users()).resetSecondFactor(email));
  user
    .command("invite")
    .description("print a link that lets one person create an account within a week, when REGISTRATION is invitation")
    .option("--note <text>", "who it is for, as shown in the list at /invitations", "by a command on the server")
    .action(async ({ note }: { note: string }) => (await users()).inviteUser(note));
  user
    .command("trace")
    .description("print the names that the log uses for an account and its address")
    .argument("<email>")
    .action(async (email: string) => (await users()).traceUser(email));
}

function addClock(program: Command): void {
  program
    .command("attempt")
    .description("attempts")
    .command("reopen")
    .description("reopen an attempt that a wrong clock submitted, with the time that was left")
    .argument("<id>", "as in the address of its pages, after /attempts/")
    .requiredOption("--reason <text>", "shown to the learner on the result")
    .action(async (id: string, options: { reason: string }) => (await clock()).reopenCommand(id, options));
  program
    .command("clock")
    .description("the clock of this machine")
    .command("confirm")
    .description("confirm that the clock is right after a jump, so that overdue exams are submitted at once")
    .action(async () => (await clock()).confirmClockCommand());
}

function addData(program: Command): void {
  program
    .command("backup")
    .description(
      "make a consistent copy while the server runs: of the database in <file>, or an archive with the secret in BACKUP_DIR",
    )
    .argument("[file]")
    .option("--if-due", "only when the newest archive in BACKUP_DIR is a day old", false)
    .action(async (file: string | undefined, options: { ifDue: boolean }) => {
      if (file !== undefined) await (await import("./backup-command.ts")).backupCommand(file);
      else await (await import("./backup/archive-command.ts")).archiveCommand(options);
    });
  program
    .command("restore")
    .description("replace the database with a backup; the server must be stopped")
    .argument("<file>")
    .option("-y, --yes", "do not ask, even when the backup holds less than the database", false)
    .action(async (file: string, options: { yes: boolean }) => {
      if (file.endsWith(".tar.gz")) await (await import("./backup/restore-archive.ts")).restoreArchive(file, options);
      else await (await import("./restore-command.ts")).restoreCommand(file, options);
    });
  program
    .command("move")
    .description("copy everything to a new database: from SQLite to PostgreSQL, or back")
    .requiredOption("--to <url>", "the new database, as in DATABASE_URL")
    .option("--replace", "overwrite what the new database holds", false)
    .action(async ({ to, ...options }: { to: string; replace: boolean }) =>
      (await import("./move/move-command.ts")).moveCommand(to, options),
    );
}

function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("check everything that must be right")
    .action(async () => (await import("./doctor/doctor-command.ts")).doctorCommand());
}
