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
  checkCount(
    pairs.map(([left]) => left),
    "pairs",
    place,
    tell,
  );
  checkDuplicates(
    pairs.map(([left]) => left),
    tell,
  );
  checkDuplicates(
    pairs.map(([, right]) => right),
    tell,
  );
}
