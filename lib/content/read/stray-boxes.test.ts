import { expect, it } from "vitest";
import { readQuestion } from "./read-question.ts";

const reported = (options: string) =>
  readQuestion("x/q.md", `---\ndomain: d\n---\nWhich?\n\n${options}\n\n## Explanation\n\nSo.\n`)
    .problems.filter(({ rule }) => rule === "malformed-checkbox")
    .map(({ place }) => place.line);

it.each(["-[ ] Second", "-[x] Second", "  -[x] Second", "*[ ] Second", "[ ] Second"])(
  "reports an option that the note above it has swallowed: %s",
  (line) => {
    expect(reported(`- [ ] First\n- [x] Other\n  > Why not.\n${line}`)).toEqual([9]);
  },
);

it("says nothing of a note that shows a box", () => {
  expect(reported("- [ ] First\n  > -[ ] is how it is written.\n- [x] Other")).toEqual([]);
});
