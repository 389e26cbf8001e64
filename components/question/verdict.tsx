import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

type VerdictProps = {
  /** Null if nothing was given, or nothing that can be shown here. */
  yours: string | null;
  right: string;
  /** Several texts may be right. */
  isRight?: boolean;
  /** Of the language of both. */
  marks?: LanguageMarks | undefined;
};

/** The learner's answer at one place, and the correct one; shown once if both are the same. */
export function Verdict({ yours, right, isRight = yours === right, marks }: VerdictProps) {
  const t = useWords();
  const isSame = yours === right;
  const mark = isRight ? "✓ " : "✕ ";
  return (
    <p className="verdict">
      {isSame ? (
        <b className="text-good">
          {mark}
          {t("question.correctAnswer")}
        </b>
      ) : null}
      {yours === null ? null : (
        <span className={isRight ? "text-good" : "text-bad"}>
          {isSame ? "" : mark}
          <b>{t("question.yourAnswer")}</b>: <i {...marks}>{yours}</i>
        </span>
      )}
      {isSame ? null : (
        <span className="text-good">
          <b>{t("question.correctAnswer")}</b>: <i {...marks}>{right}</i>
        </span>
      )}
    </p>
  );
}
