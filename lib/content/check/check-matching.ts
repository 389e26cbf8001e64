import type { ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";
import { checkCount, checkDuplicates } from "./check-options.ts";
import { endOfBody } from "./end-of-body.ts";

/** What is wrong with the pairs of a question of kind matching. */
export function checkMatching(read: ReadQuestion, tell: Tell): void {
  const { parts, pairs, columns } = read;
  const place = parts.options?.position?.start ?? endOfBody(read);
  if (parts.options?.type !== "table") {
    tell(
      "wrong-kind",
      place,
      "a question of kind matching needs a table right before the explanation",
      "write a table with two columns, each row a correct pair",
    );
    return;
  }
  if (!columns) return;
  const asking = pairs.filter(([left]) => left.source !== "");
  const used = new Map(asking.map(([, match]) => [match.source, match]));
  const others = pairs.flatMap(([left, match]) => (left.source === "" ? [match] : []));
  const prompts = asking.map(([left]) => left);
  checkCount(prompts, "pairs", place, tell);
  checkDuplicates(prompts, tell);
  if (prompts.length > 1) checkCount([...used.values(), ...others], "matches", place, tell);
  // Several prompts may have the same match; one that belongs to nothing belongs to none of them.
  checkDuplicates([...used.values(), ...others], tell);
}
