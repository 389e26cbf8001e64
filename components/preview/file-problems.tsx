import type { Problem } from "#lib/content/problem";
import { useWords } from "#words";

/** What the checker says of a question's file. */
export function FileProblems({ file, problems }: { file: string; problems: readonly Problem[] }) {
  const t = useWords();
  return (
    <section aria-labelledby="file-problems" className="rounded-xl border border-line bg-sheet p-5 wrap-anywhere">
      <h2 id="file-problems" className="font-semibold">
        {t("preview.problems", { count: problems.length })}
      </h2>
      <p dir="ltr" className="mt-1 font-mono text-sm text-muted">
        {file}
      </p>
      {/* The checker speaks English. */}
      <ul lang="en" dir="ltr" className="mt-3 grid gap-4">
        {problems.map(({ rule, severity, file: where, place, message, fix }) => (
          <li key={`${where} ${place.line} ${place.column} ${rule} ${message}`} className="text-sm">
            <p className="font-mono">
              {where === file ? "" : `${where}:`}
              {place.line}:{place.column} <b className={severity === "error" ? "text-bad" : "text-flag"}>{severity}</b>{" "}
              {rule}
            </p>
            <p className="mt-1">{message}</p>
            <p className="mt-1 text-muted">{fix}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
