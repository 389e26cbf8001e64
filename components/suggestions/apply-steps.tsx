import type { ReactNode } from "react";
import { patchCommands, patchName } from "#lib/suggestions/patch-commands";
import type { ListedSuggestion } from "#lib/suggestions/read/list-suggestions";
import { useWords } from "#words";

/** What an author does with an accepted edit: apply its patch, check, publish. */
export function ApplySteps({ id, patch }: Pick<ListedSuggestion, "id" | "patch">) {
  const t = useWords();
  const { path, isInRepository, hasReturns } = patch;
  const code = (text: ReactNode) => <code className="break-all">{text}</code>;
  const { am, apply, directory, publish } = patchCommands(patchName(id), hasReturns);
  return (
    <ol className="mt-2 max-w-3xl list-decimal ps-5 text-sm leading-relaxed">
      <li>
        {t.rich(isInRepository ? "suggestions.applyHere" : "suggestions.applyThere", {
          am,
          apply,
          directory,
          path,
          code,
        })}
      </li>
      <li>{t.rich("suggestions.thenPublish", { code, command: publish })}</li>
    </ol>
  );
}
