import type { AnswerKey, Option, PublicQuestion } from "./question.ts";

/** One wording of a question. */
export interface Wording {
  readonly public: PublicQuestion;
  readonly key: AnswerKey;
}

/**
 * Whether another answer is right than was. Options are known by their text, so one whose text was mended has left and
 * another has come; they stand for each other as far as that can be told. What is counted is that an option of both
 * wordings became right or wrong, a step or the partner of a prompt another one of both, or their number another. A right
 * option that was rewritten into another answer looks like one that was mended, and is not told of.
 */
export function isKeyChanged(was: Wording, is: Wording): boolean {
  const [before, now] = [was.key, is.key];
  const [rightBefore, rightNow] = [chosenIn(before), chosenIn(now)];
  if (rightBefore !== null && rightNow !== null)
    return (
      rightBefore.size !== rightNow.size ||
      counterparts(optionsOf(was), optionsOf(is)).some(([old, its]) => rightBefore.has(old) !== rightNow.has(its))
    );
  if (before.kind === "ordering" && now.kind === "ordering")
    return before.optionIds.length !== now.optionIds.length || isOtherAt(was, is, before.optionIds, now.optionIds);
  if (before.kind === "matching" && now.kind === "matching") {
    if (Object.keys(before.pairs).length !== Object.keys(now.pairs).length) return true;
    const prompts = counterparts(promptsOf(was), promptsOf(is));
    const partners = prompts.map(([old]) => before.pairs[old] ?? "");
    const partnersNow = prompts.map(([, its]) => now.pairs[its] ?? "");
    return isOtherAt(was, is, partners, partnersNow);
  }
  if (before.kind === "numeric" && now.kind === "numeric")
    return before.value !== now.value || before.tolerance !== now.tolerance;
  if (before.kind === "text" && now.kind === "text")
    return (
      before.accepted.length !== now.accepted.length || before.accepted.some((text) => !now.accepted.includes(text))
    );
  return true;
}

/** The options that are right, of a question whose answer is a choice. */
function chosenIn(key: AnswerKey): ReadonlySet<string> | null {
  if (key.kind === "single") return new Set([key.optionId]);
  return key.kind === "multiple" ? new Set(key.optionIds) : null;
}

/** Whether at any place another option stands now, and one of the two is in both wordings. */
function isOtherAt(was: Wording, is: Wording, before: readonly string[], now: readonly string[]): boolean {
  const has = (wording: Wording, id: string) => optionsOf(wording).some((option) => option.id === id);
  return before.some((old, place) => {
    const its = now[place] ?? "";
    return old !== its && (has(is, old) || has(was, its));
  });
}

/** What is in both; and of the rest, where as many came as left, one for the other in the order of the file. */
function counterparts(was: readonly Option[], is: readonly Option[]): readonly (readonly [string, string])[] {
  const ids = (options: readonly Option[]) => options.map(({ id }) => id);
  const [before, now] = [ids(was), ids(is)];
  const same = before.filter((id) => now.includes(id)).map((id) => [id, id] as const);
  const left = before.filter((id) => !now.includes(id));
  const came = now.filter((id) => !before.includes(id));
  return left.length === came.length ? [...same, ...left.map((id, place) => [id, came[place] ?? ""] as const)] : same;
}

function optionsOf({ public: question }: Wording): readonly Option[] {
  return "options" in question ? question.options : [];
}

function promptsOf({ public: question }: Wording): readonly Option[] {
  return "prompts" in question ? question.prompts : [];
}
