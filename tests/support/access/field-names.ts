import { readFileSync } from "node:fs";
import { sourcesIn } from "./in-source.ts";

/** Reads a field by its name: `form.get("note")`, and `text("note")` in a file of actions. */
const read = /\bform\.(?:get|getAll|has)\("([^"]+)"\)|\btext\("([^"]+)"\)/g;
/** Shows a field of a form: `name="note"`. A composed name counts by its beginning. */
const shown = /\sname=(?:"([^"]+)"|\{`([^`$]+)\$\{)/g;
/** A field of a schema for forms. */
const ofSchema = /^ {2}(\w+)(?::|,$)/gm;

/** The name of every field that forms show, actions read or form schemas contain, with a file where it occurs. */
export function fieldNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of sourcesIn()) {
    // Its forms are sent nowhere.
    if (file.startsWith("components/styleguide/")) continue;
    const text = readFileSync(file, "utf8");
    const patterns = [
      ...(file.endsWith(".tsx") ? [shown] : [read]),
      ...(/^lib\/\w+\/schema\.ts$/.test(file) ? [ofSchema] : []),
    ];
    for (const pattern of patterns)
      for (const match of text.matchAll(pattern)) found.set(match.slice(1).find(Boolean) ?? "", file);
  }
  return found;
}
