import { studyLengths, usualLength } from "#lib/attempts/study-length";
import { useWords } from "#words";

/** How long a study session lasts: a number of questions, or of minutes. */
export function StudyLength() {
  const t = useWords();
  return (
    <label className="flex flex-wrap items-center gap-3">
      {t("start.length")}
      <select
        name="length"
        defaultValue={usualLength}
        className="min-h-11 max-w-full rounded-lg border border-edge bg-paper px-2 text-ink tabular-nums"
      >
        {studyLengths.map((length) => (
          <option key={length} value={length}>
            {t(`start.length-${length}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
