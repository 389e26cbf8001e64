import { useRef, useState } from "react";

import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

type TagPickerProps = {
  tags: readonly string[];
  /** The attributes of their language, if it differs from that of the page. */
  marks: LanguageMarks;
  chosen: readonly string[];
  onChoose: (tags: readonly string[]) => void;
};

/**
 * The tags of a bank, of which there may be hundreds: a field that suggests them while typing. A chosen tag becomes a
 * checkbox, so that it can be removed again. Without script, the field itself is sent and takes one tag.
 */
export function TagPicker({ tags, marks, chosen, onChoose }: TagPickerProps) {
  const t = useWords();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  function onType(text: string) {
    const isTag = tags.includes(text) && !chosen.includes(text);
    setTyped(isTag ? "" : text);
    if (isTag) onChoose([...chosen, text]);
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor="tag-search">{t("start.tags")}</label>
      <input
        ref={field}
        id="tag-search"
        name={chosen.length === 0 ? "tags" : undefined}
        list="tag-list"
        value={typed}
        onChange={({ target }) => onType(target.value)}
        placeholder={t("start.searchTags", { count: tags.length })}
        autoComplete="off"
        className="min-h-11 w-full min-w-0 max-w-md rounded-lg border border-edge bg-paper px-3"
      />
      <datalist id="tag-list">
        {tags.map((tag) => (
          <option key={tag} value={tag} {...marks} />
        ))}
      </datalist>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {chosen.map((tag) => (
          <label
            key={tag}
            className="flex min-h-11 items-center gap-2.5 rounded-lg border border-accent bg-accent-soft px-3"
          >
            <input
              type="checkbox"
              name="tags"
              value={tag}
              defaultChecked
              onChange={() => {
                onChoose(chosen.filter((each) => each !== tag));
                field.current?.focus();
              }}
              className="size-4.5 accent-accent"
            />
            <span {...marks}>{tag}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
