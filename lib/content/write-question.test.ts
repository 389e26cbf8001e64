import { describe, expect, it } from "vitest";
import { capabilities } from "#lib/formats/capabilities";
import { parseDraft } from "./parse-draft.ts";
import { writeQuestion } from "./write-question.ts";

describe("a written question", () => {
  it.each(capabilities)("is read back as it was: $title", ({ sample }) => {
    const { draft, problems } = parseDraft(`warehouse/${sample.id}.md`, writeQuestion(sample));
    expect(problems).toEqual([]);
    expect(draft).toEqual(sample);
  });

  it("reads well", () => {
    const plain = capabilities[0]?.sample;
    if (plain === undefined) throw new Error("there is no sample");
    const options = [
      { text: "A queue\n\n```js\nshift()\n```", correct: true, note: "First in.\n\nFirst out." },
      { text: "A stack", correct: false, note: null },
    ];
    const references = [{ title: "Queues", url: "https://example.org/a b" }];
    expect(writeQuestion({ ...plain, tags: ["a: b"], checked: "2026-11-22", options, references })).toBe(`---
domain: storage
tags: ["a: b"]
origin: original
checked: 2026-11-22
---
Which structure serves the **oldest** entry first?

- [x] A queue

  \`\`\`js
  shift()
  \`\`\`
  > First in.
  >
  > First out.
- [ ] A stack

## Explanation

First in, first out.

## References

- [Queues](https://example.org/a%20b)
`);
  });
});
