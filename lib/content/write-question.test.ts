import { describe, expect, it } from "vitest";
import { capabilities } from "#lib/formats/capabilities";
import type { QuestionDraft } from "./draft.ts";
import { parseDraft } from "./parse-draft.ts";
import { writeQuestion } from "./write-question.ts";

describe("a written question", () => {
  it.each(capabilities)("is read back as it was: $title", ({ sample }) => {
    const { draft, problems } = parseDraft(`warehouse/${sample.id}.md`, writeQuestion(sample));
    expect(problems).toEqual([]);
    expect(draft).toEqual(sample);
  });

  it("keeps the verdict on its key", () => {
    const { sample } = capabilities[0] as { readonly sample: QuestionDraft };
    const dispute = { status: "key-stands", reason: "Section 3: it says so", day: "2026-11-29" } as const;
    const text = writeQuestion({ ...sample, dispute });
    expect(text).toContain('dispute: {status: key-stands, reason: "Section 3: it says so", day: 2026-11-29}');
    expect(parseDraft(`warehouse/${sample.id}.md`, text)).toMatchObject({ draft: { dispute }, problems: [] });
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
