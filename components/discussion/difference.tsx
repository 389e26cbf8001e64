import type { RevisionDifference } from "#lib/discussion/read/get-revision-difference";
import type { DifferencePart } from "#lib/discussion/word-difference";
import type { LanguageMarks } from "#lib/exam/language-marks";

const tones = { same: "", removed: "bg-bad-soft text-bad", added: "bg-good-soft text-good no-underline" } as const;

/** A text with insertions and deletions, marked by elements and not only by colour. */
export function Difference({ parts, marks }: { parts: readonly DifferencePart[]; marks: LanguageMarks }) {
  return (
    <p className="prose mt-2 whitespace-pre-wrap" {...marks}>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of two fixed texts
        <Part key={i} part={part} />
      ))}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: DifferencePart }) {
  if (kind === "removed") return <del className={tones.removed}>{text}</del>;
  return kind === "added" ? <ins className={tones.added}>{text}</ins> : text;
}

export function OptionDifference({ options, marks }: Pick<RevisionDifference, "options"> & { marks: LanguageMarks }) {
  return (
    <ul className="prose mt-2" {...marks}>
      {options.map((option, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the options of two fixed wordings
        <li key={i}>
          {option.letter === null ? null : <b className="font-semibold text-muted">{option.letter}. </b>}
          <Part part={option} />
        </li>
      ))}
    </ul>
  );
}
