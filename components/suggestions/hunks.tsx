import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

/** The lines that change, with their signs and those around them. */
export function Hunks({ text, marks, hint }: { text: string; marks: LanguageMarks; hint?: string }) {
  const t = useWords();
  const lines = text.trimEnd().split("\n");
  return (
    <section aria-label={t("suggestions.changes")}>
      <h3 className="font-semibold">{t("suggestions.changes")}</h3>
      {hint === undefined ? null : <p className="mt-1 text-sm text-muted">{hint}</p>}
      <pre {...marks} className="mt-2 rounded-lg border border-line bg-sheet p-3 font-mono text-sm whitespace-pre-wrap">
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text that does not change
          <span key={i} className={`block ${toneOf(line)}`}>
            {line === "" ? " " : line}
          </span>
        ))}
      </pre>
    </section>
  );
}

function toneOf(line: string): string {
  if (line.startsWith("+")) return "text-good";
  if (line.startsWith("-")) return "text-bad";
  return line.startsWith("@@") ? "text-muted" : "";
}
