/** The command line for operators: `npm run admin -- <command>`. */
import { Command } from "commander";
import { backupCommand } from "./backup-command.ts";
import { confirmClockCommand, reopenCommand } from "./clock-commands.ts";
import { doctorCommand } from "./doctor/doctor-command.ts";
import { endWith } from "./end-with.ts";
import { restoreCommand } from "./restore-command.ts";
import { listUsers, resetPassword, setRole } from "./user-commands.ts";

const program = new Command("npm run admin --").description("Accounts, backups and a look at the whole installation.");

const user = program.command("user").description("accounts");
user.command("list").description("every account with its role").action(listUsers);
user
  .command("promote")
  .description("make an account a moderator or an administrator")
  .argument("<email>")
  .argument("[role]", "moderator or administrator", "administrator")
  .action(setRole);
user
  .command("demote")
  .description("make an account an ordinary member")
  .argument("<email>")
  .action((email: string) => setRole(email, "member"));
user
  .command("reset-password")
  .description("give an account a new password, printed once, and end its sessions")
  .argument("<email>")
  .action(resetPassword);
program
  .command("attempt")
  .description("attempts")
  .command("reopen")
  .description("give an attempt that a wrong clock handed in back to its learner, with the time that was left")
  .argument("<id>", "as in the address of its pages, after /attempts/")
  .requiredOption("--reason <text>", "shown to the learner on the result")
  .action(reopenCommand);
program
  .command("clock")
  .description("the clock of this machine")
  .command("confirm")
  .description("say that the clock is right after a jump, so that overdue exams are handed in at once")
  .action(confirmClockCommand);

program
  .command("backup")
  .description("a consistent copy, while the server runs")
  .argument("<file>")
  .action(backupCommand);
program
  .command("restore")
  .description("put a backup in the database's place; the server must be stopped")
  .argument("<file>")
  .option("-y, --yes", "do not ask, also when the backup holds less than the database", false)
  .action(restoreCommand);
program.command("doctor").description("look at everything that must be right").action(doctorCommand);

await endWith(() => program.parseAsync());
