import { type FileChange, gitPatch } from "./git-patch.ts";
import { patchCommands } from "./patch-commands.ts";

/** What a patch says of itself. */
export interface PatchAbout {
  /** `<exam>/<question>` */
  readonly question: string;
  /** The name that somebody gave to the account that suggested the edit. */
  readonly by: string;
  readonly wording: number;
  readonly at: Date;
  /** Whether the path of the file begins at the root of a repository, rather than in the folder of questions. */
  readonly isInRepository: boolean;
}

/** Whether Git would take the carriage returns of the file for those of a mail. */
export function hasReturns({ before, after }: Pick<FileChange, "before" | "after">): boolean {
  return `${before}${after}`.includes("\r");
}

/**
 * A patch in the form of a mail, for `git am`, which commits it under the name of whoever suggested it; `git apply` takes it
 * as well. Nothing in it is written by a learner but the edit itself: a line could look like a patch of another file.
 */
export function patchMail(change: FileChange, { question, by, wording, at, isInRepository }: PatchAbout): string {
  const { am, apply } = patchCommands("<this file>", hasReturns(change));
  const where = isInRepository
    ? `In the top folder of the repository: ${am}, or ${apply}`
    : `In the folder of questions: ${apply}`;
  const head = [
    "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001",
    `From: ${senderOf(by)} <suggested-edit@mockdown.invalid>`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Subject: [PATCH] ${question}: a suggested edit`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    `Made from wording ${wording}.`,
    "---",
    where,
    "",
  ];
  return gitPatch(change, head);
}

/** A name as the head of a mail can hold it. */
function senderOf(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{M}\p{N}'’-]/gu, " ")
      .replace(/(?<!\S)-+|-+(?!\S)| +/g, " ")
      .replace(/ +/g, " ")
      .trim()
      .slice(0, 60) || "A learner"
  );
}
