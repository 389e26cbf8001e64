import { environment } from "#lib/env/current";
import { asStarted } from "../as-started.ts";
import { type Finding, findAll, formatFinding, isWrong } from "./finding.ts";
import { lookAtDatabase } from "./look-at-database.ts";
import { lookAtFile } from "./look-at-file.ts";
import { lookAtMachine } from "./look-at-machine.ts";
import { reachMailServer, reachSite } from "./reach.ts";

/** Looks at everything that must be right, prints a line for each, and exits 1 when anything is wrong. Changes nothing. */
export async function doctorCommand(): Promise<void> {
  const { DATABASE_URL } = environment();
  const file = DATABASE_URL.startsWith("file:") ? DATABASE_URL.slice("file:".length) : null;
  const findings = [
    ...(await lookAtMachine()),
    ...(file === null ? await lookAtDatabase(DATABASE_URL, DATABASE_URL) : await lookAtFile(file)),
    ...(await lookAround(file)),
  ];
  process.stdout.write(findings.map((finding) => `${asStarted(formatFinding(finding))}\n`).join(""));
  if (findings.some(isWrong)) process.exitCode = 1;
}

/** Looks at what others reach Mockdown by, and what it needs of others, as far as that is set. */
function lookAround(file: string | null): Promise<Finding[]> {
  const { SMTP_URL, BASE_URL } = environment();
  return findAll([
    ...(SMTP_URL === undefined ? [] : [["mail server", () => reachMailServer(SMTP_URL)] as const]),
    ...(BASE_URL === undefined ? [] : [["BASE_URL", () => reachSite(BASE_URL, file)] as const]),
  ]);
}
