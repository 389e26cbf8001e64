import { describe, expect, it } from "vitest";
import { parseDraft } from "./parse-draft.ts";

const text = `---
domain: d
difficulty: hard
tags: [a, b]
origin: "imported: a book"
---
What is **it**?

\`\`\`text
code
\`\`\`

- [ ] One

  \`\`\`text
    indented
  \`\`\`
  > Not option B,
  > but option A.
- [x] Two lines
  of text

## Explanation

As options A, and B
show, {B} is it.

## References

- [Title](https://example.org/)
- https://example.org/bare
`;

describe("parseDraft", () => {
  it("takes a question apart into Markdown at the left margin, with letters in braces", () => {
    expect(parseDraft("x/q.md", text)).toEqual({
      problems: [],
      draft: {
        id: "q",
        kind: "single",
        domain: "d",
        difficulty: "hard",
        tags: ["a", "b"],
        origin: "imported: a book",
        checked: null,
        case: null,
        shuffle: true,
        stem: "What is **it**?\n\n```text\ncode\n```",
        options: [
          { text: "One\n\n```text\n  indented\n```", correct: false, note: "Not option {B},\nbut option {A}." },
          { text: "Two lines\nof text", correct: true, note: null },
        ],
        select: null,
        steps: [],
        columns: null,
        pairs: [],
        numeric: null,
        accepted: [],
        cloze: "",
        explanation: "As options {A}, and {B}\nshow, {B} is it.",
        references: [
          { title: "Title", url: "https://example.org/" },
          { title: "https://example.org/bare", url: "https://example.org/bare" },
        ],
      },
    });
  });

  it("writes addresses that are elsewhere in the file where they are used", () => {
    const referring = `---
domain: d
---
Is ![it][i] [so]?

- [x] See [the \\[x\\]][p]
  > As [Paper][] says, option A.
- [ ] No

[p]: https://example.org/p "Its title"
[i]: it.png
[so]: <https://example.org/a b>

## Explanation

[![a][i]][p]

## References

- [Paper]

[paper]: https://example.org/paper
`;
    expect(parseDraft("x/q.md", referring).draft).toMatchObject({
      stem: "Is ![it](it.png) [so](<https://example.org/a b>)?",
      options: [
        {
          text: 'See [the \\[x\\]](https://example.org/p "Its title")',
          note: "As [Paper](https://example.org/paper) says, option {A}.",
        },
        { text: "No" },
      ],
      explanation: '[![a](it.png)](https://example.org/p "Its title")',
      references: [{ title: "Paper", url: "https://example.org/paper" }],
    });
  });

  it("has no draft of a file that is not a question", () => {
    expect(parseDraft("x/q.md", "hello").draft).toBeNull();
  });
});
