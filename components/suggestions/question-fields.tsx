import type { ReactNode } from "react";
import type { LanguageMarks } from "#lib/exam/language-marks";
import type { ShownForm } from "#lib/suggestions/shown-form";
import { useWords } from "#words";
import { TextField } from "./text-field.tsx";

type QuestionFieldsProps = {
  form: ShownForm;
  /** Of the language of the texts. */
  marks: LanguageMarks;
  /** What was sent before, by the names of the fields; null at first. */
  texts: Readonly<Record<string, string>> | null;
  correct: readonly string[];
  removed: readonly string[];
};

/** The parts of a question, each as an editable text. */
export function QuestionFields({ form, marks, texts, correct, removed }: QuestionFieldsProps) {
  const t = useWords();
  const { stem, cloze, entries, nextLetter, pairs, front, explanation, references } = form;
  const now = (name: string, text: string) => texts?.[name] ?? text;
  const isTicked = (name: string, was: boolean) => (texts === null ? was : correct.includes(name));
  return (
    <>
      <TextField marks={marks} label={t("suggestions.question")} name="field-stem" text={now("stem", stem)} rows={3} />
      {cloze === null ? null : (
        <TextField marks={marks} label={t("suggestions.cloze")} name="field-text" text={now("text", cloze)} rows={3} />
      )}
      {entries.length === 0 ? null : (
        <fieldset className="grid min-w-0 gap-7">
          <legend className="mb-2 font-semibold">{t("suggestions.options")}</legend>
          {entries.map(({ index, letter, text, note, correct: was }) => (
            <Entry
              marks={marks}
              key={index}
              name={`${index}`}
              label={
                letter === null ? t("suggestions.step", { number: index + 1 }) : t("suggestions.option", { letter })
              }
              letter={letter}
              text={now(`option-${index}`, text)}
              note={now(`note-${index}`, note)}
              isCorrect={isTicked(`${index}`, was)}
              isRemoved={removed.includes(`${index}`)}
            />
          ))}
          {nextLetter === null ? null : (
            <Entry
              marks={marks}
              name="new"
              label={t("suggestions.newOption", { letter: nextLetter })}
              letter={nextLetter}
              text={now("option-new", "")}
              note={now("note-new", "")}
              isCorrect={isTicked("new", false)}
              isRemoved={null}
            />
          )}
        </fieldset>
      )}
      {pairs.length === 0 ? null : (
        <fieldset className="grid min-w-0 gap-3">
          <legend className="mb-2 font-semibold">{t("suggestions.pairs")}</legend>
          {pairs.map(([left, right], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the file
            <div key={row} className="grid gap-3 sm:grid-cols-2">
              <TextField
                marks={marks}
                label={t("suggestions.pairLeft", { row: row + 1 })}
                name={`field-pair-${row}-0`}
                text={now(`pair-${row}-0`, left)}
              />
              <TextField
                marks={marks}
                label={t("suggestions.pairRight", { row: row + 1 })}
                name={`field-pair-${row}-1`}
                text={now(`pair-${row}-1`, right)}
              />
            </div>
          ))}
        </fieldset>
      )}
      {front.map(({ key, text }) => (
        <TextField
          marks={marks}
          key={key}
          label={t(`suggestions.front-${key as "answer"}`)}
          name={`field-front-${key}`}
          text={now(`front-${key}`, text)}
        />
      ))}
      <TextField
        marks={marks}
        label={t("suggestions.explanation")}
        name="field-explanation"
        text={now("explanation", explanation)}
        rows={6}
      />
      <TextField
        marks={marks}
        label={t("suggestions.references")}
        name="field-references"
        text={now("references", references)}
        hint={t("suggestions.referencesHint")}
        rows={2}
      />
    </>
  );
}

type EntryProps = {
  marks: LanguageMarks;
  name: string;
  label: string;
  /** Null for a step, which is neither right nor wrong and has no note. */
  letter: string | null;
  text: string;
  note: string;
  isCorrect: boolean;
  /** Null for the one that is being added. */
  isRemoved: boolean | null;
};

function Entry({ marks, name, label, letter, text, note, isCorrect, isRemoved }: EntryProps) {
  const t = useWords();
  if (letter === null) return <TextField marks={marks} label={label} name={`field-option-${name}`} text={text} />;
  return (
    <div className="grid gap-x-6 gap-y-2 border-s-2 border-line ps-4 lg:grid-cols-2">
      <div className="grid content-start gap-2">
        <TextField marks={marks} label={label} name={`field-option-${name}`} text={text} />
        <div className="flex flex-wrap gap-x-6">
          <Box name="correct" value={name} isTicked={isCorrect} of={label}>
            {t("suggestions.correct")}
          </Box>
          {isRemoved === null ? null : (
            <Box name="removed" value={name} isTicked={isRemoved} of={label}>
              {t("suggestions.remove")}
            </Box>
          )}
        </div>
      </div>
      <TextField marks={marks} label={t("suggestions.note", { letter })} name={`field-note-${name}`} text={note} />
    </div>
  );
}

type BoxProps = { name: string; value: string; isTicked: boolean; of: string; children: ReactNode };

function Box({ name, value, isTicked, of, children }: BoxProps) {
  return (
    <label className="flex min-h-11 w-fit items-center gap-2 text-sm">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} className="size-5 accent-accent" />
      {children}
      <span className="sr-only">: {of}</span>
    </label>
  );
}
