import { expect, it } from "vitest";
import { checkBank } from "#lib/content/check-bank";
import { asOneExam, defaultExam } from "./one-exam.ts";

const question = (domain: string, stem: string) =>
  `---\ndomain: ${domain}\n---\nWhat is ${stem}?\n\n- [x] This ${stem}\n- [ ] That other thing\n\n## Explanation\n\nIt is so.\n\n## References\n\n- [Book](https://example.org/${stem})\n`;
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const files = [
  file("one.md", question("first-part", "alpha")),
  file("deep/two.md", question("first-part", "beta")),
  file("three.md", question('"007"', "gamma")),
  file("README.md", "About these."),
];

it("serves a folder of questions without an exam.md as one exam, each domain as often as it has questions", () => {
  const { exams, problems } = checkBank(asOneExam(files, "my-questions"), { examRules: false });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(exams).toMatchObject([
    {
      slug: "my-questions",
      exam: {
        title: "My questions",
        questions: 3,
        minutes: 5,
        domains: [
          { id: "007", weight: 33 },
          { id: "first-part", weight: 67 },
        ],
      },
      questions: [{}, {}, {}],
    },
  ]);
});

it("freezes no number that follows from the questions: an exam.md that init wrote takes in those written later", () => {
  const own = file("exam.md", defaultExam([], "my-questions"));
  const general = ["alpha", "beta", "gamma", "delta"].map((name) => file(`${name}.md`, question("general", name)));
  const { exams, problems } = checkBank(asOneExam([own, ...general], "my-questions"), { examRules: false });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(exams[0]?.exam).toMatchObject({ questions: 4, minutes: 6 });
});

it("leaves an exam.md that is there as it is", () => {
  const own = file("exam.md", defaultExam(files, "chosen"));
  const made = asOneExam([...files, own], "my-questions");
  expect(made.filter(({ path }) => path === "my-questions/exam.md")).toEqual([
    { ...own, path: "my-questions/exam.md" },
  ]);
});

it("makes a valid exam.md also for a folder without questions, whose checker then says what is missing", () => {
  const { problems } = checkBank(asOneExam([file("one.md", "Nothing yet.")], "x"));
  expect(problems.map(({ file: path }) => path)).not.toContain("x/exam.md");
});
