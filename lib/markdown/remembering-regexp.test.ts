import fc from "fast-check";
import { defaultJavaScriptRegexConstructor } from "shiki/engine/javascript";
import { expect, it } from "vitest";
import { rememberingRegExp } from "./remembering-regexp.ts";

function search(regexp: RegExp, text: string, start: number) {
  regexp.lastIndex = start;
  const found = regexp.exec(text);
  return found && { index: found.index, groups: [...found], indices: found.indices?.map((each) => each && [...each]) };
}

it("finds what the same expression without a memory finds, wherever the searches begin", () => {
  const pattern = fc.constantFrom("b", "(?<=a)b", "a(b)?", "\\Gb", "\\G(?:a|c)|b", "^b", "$", "(?<!b)", "\\bb+");
  const text = fc.array(fc.constantFrom("a", "b", "c", " "), { maxLength: 6 }).map((signs) => signs.join(""));
  const searches = fc.array(fc.tuple(text, fc.array(fc.nat(6), { maxLength: 6 })), { maxLength: 4 });
  let found = 0;
  fc.assert(
    fc.property(pattern, searches, (source, lines) => {
      const [ours, plain] = [rememberingRegExp(source), defaultJavaScriptRegexConstructor(source)];
      for (const [line, starts] of lines)
        for (const start of starts) {
          const wanted = search(plain, line, start);
          expect(search(ours, line, start)).toEqual(wanted);
          if (wanted) found += 1;
        }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});
