import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { questionKinds } from "#lib/exam/question";
import { commandFolders, exam, question } from "../../tests/support/command-folder.ts";
import { startLinkServer } from "../../tests/support/link-server.ts";
import { checkCommand } from "./check-command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand } from "./import-command.ts";
import { linksCommand } from "./links-command.ts";
import { listCommand } from "./list-command.ts";
import { newCommand } from "./new-command.ts";

const { contentOf, forget, said } = commandFolders();

describe("files whose lines end in CR LF", () => {
  const ended = (text: string) => text.replaceAll("\n", "\r\n");

  it("are exported", async () => {
    const folder = contentOf({ "x/exam.md": ended(exam), "x/q.md": ended(question("Which?")) });
    await exportCommand(folder, "csv", "x", { out: join(folder, "x.csv") });
    expect(said()).toContain("1 questions: 1 exported");
  });

  it("are quoted without their line ends", async () => {
    const folder = contentOf({ "x/q.md": ended(question("![](none.png)")) });
    await checkCommand(folder, { format: "text" });
    expect(said()).toContain("![](none.png)");
    expect(said()).not.toContain("U+000D");
  });

  it("take new questions", async () => {
    const folder = contentOf({ "x/exam.md": ended(exam) });
    await newCommand(folder, "x/q");
    expect(said()).toBe(`${join(folder, "x", "q.md")}\n`);
  });
});

describe("content -- links", () => {
  it("prints SARIF, and writes the day where every reference is there", async () => {
    const server = await startLinkServer();
    const referring = (name: string) =>
      `${question("Which?")}\n## References\n\n- [A page](${server.origin}/${name})\n`;
    const folder = contentOf({ "x/q.md": referring("plain"), "x/r.md": referring("missing") });
    await linksCommand(folder, { format: "sarif", pause: 0, write: true });
    await server.close();
    const { runs } = JSON.parse(said().slice(0, said().lastIndexOf("}") + 1)) as {
      runs: { results: { ruleId: string }[] }[];
    };
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(["link-broken"]);
    expect(process.exitCode).toBe(1);
    expect(readFileSync(join(folder, "x/q.md"), "utf8")).toMatch(/^checked: \d{4}-\d\d-\d\d$/m);
    expect(readFileSync(join(folder, "x/r.md"), "utf8")).toBe(referring("missing"));
  });
});

describe("a new question", () => {
  it.each([
    ["x/readme", /readme\.md is not read/],
    ["x/core/readme", /readme\.md is not read/],
    ["x/cases/q", /x\/cases is for the texts that questions share/],
  ])("is not made at %s, where none is read", async (target, sentence) => {
    const folder = contentOf({});
    await expect(newCommand(folder, target)).rejects.toThrow(sentence);
    expect(readdirSync(join(folder, "x"))).toEqual(["exam.md"]);
  });
});

it("a new question has errors until it is filled in, and says of no day that it was checked", async () => {
  const folder = contentOf({});
  await newCommand(folder, "x/q");
  expect(readFileSync(join(folder, "x/q.md"), "utf8")).not.toContain("\nchecked:");
  await checkCommand(folder, { format: "text" });
  expect(process.exitCode).toBe(1);
  for (const rule of ["no-stem", "empty-option", "no-explanation"]) expect(said()).toContain(rule);
});

it.each(questionKinds)(
  "a new question of kind %s is said to ask nothing at the line where that is to be written",
  async (kind) => {
    const folder = contentOf({});
    await newCommand(folder, "x/q", kind);
    const line = readFileSync(join(folder, "x/q.md"), "utf8")
      .split("\n")
      .findIndex((each) => each.includes("What is asked"));
    forget();
    await checkCommand(folder, { format: "text" });
    expect(said()).toContain(`q.md:${line + 1}:1  error  no-stem`);
  },
);

describe("a list of questions", () => {
  const tagged = question("Which metric?").replace(
    "domain: core",
    "domain: core\ntags: [metrics]\nchecked: 2026-01-31",
  );
  const ids = (filters: Parameters<typeof listCommand>[1]) => {
    const folder = contentOf({ "x/a.md": tagged, "x/b.md": question("What else?") });
    forget();
    listCommand(folder, { ...filters, json: true });
    return (JSON.parse(said()) as { id: string }[]).map(({ id }) => id);
  };

  it.each([
    [{}, ["a", "b"]],
    [{ tag: "metrics" }, ["a"]],
    [{ text: "ELSE" }, ["b"]],
    [{ kind: "numeric" }, []],
    [{ uncheckedSince: "2026-01-31" }, ["b"]],
    [{ uncheckedSince: "2026-02-01", withoutReferences: true, exam: "x", domain: "core" }, ["a", "b"]],
  ])("holds those that fit %j", (filters, expected) => {
    expect(ids(filters)).toEqual(expected);
  });

  it("has a line for each question", () => {
    listCommand(contentOf({ "x/a.md": tagged }), {});
    expect(said()).toBe("x/a\tsingle\tcore\tWhich metric?\n");
  });
});

describe("the images of an export", () => {
  it("have a name of their own for each question, and stay within the folder", async () => {
    const folder = contentOf({
      "x/core/q.md": question('![Fig](fig.png "t") ![Fig](../images/fig.png) ![Fig](../images/my%20fig.png) which?'),
      "x/core/q.png": "unused",
      "x/core/fig.png": "core",
      "x/images/fig.png": "images",
      "x/images/my fig.png": "mine",
      "x/other/r.md": question("![Fig](<fig.png>) what?"),
      "x/other/fig.png": "other",
    });
    const out = join(folder, "out");
    await exportCommand(folder, "csv", "x", { out });
    const images = { "q_fig.png": "core", "q_2-fig.png": "images", "q_my-fig.png": "mine", "r_fig.png": "other" };
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(
      ["images", "x.csv", ...Object.keys(images).map((name) => join("images", name))].sort(),
    );
    for (const [name, text] of Object.entries(images))
      expect(readFileSync(join(out, "images", name), "utf8")).toBe(text);
    const table = readFileSync(join(out, "x.csv"), "utf8");
    expect(table).toContain(
      '![Fig](images/q_fig.png ""t"") ![Fig](images/q_2-fig.png) ![Fig](images/q_my-fig.png) which?',
    );
    expect(table).toContain("![Fig](images/r_fig.png) what?");
  });

  it.each(["moodle-xml", "qti", "anki", "paper"])("are found by %s under a name with a space", async (format) => {
    const folder = contentOf({ "x/q.md": question("![Fig](my%20fig.png) which?"), "x/my fig.png": "mine" });
    await exportCommand(folder, format, "x", { out: join(folder, "out") });
    expect(said()).toContain("1 questions: 1 exported");
  });
});

describe("an import", () => {
  const quiz = "Which?\nA. One\nB. Two\nANSWER: B\n";

  it("of the same file writes nothing a second time", async () => {
    const folder = contentOf({});
    const source = join(folder, "quiz.txt");
    writeFileSync(source, quiz);
    await importCommand("aiken", source, { exam: "x", out: folder });
    await importCommand("aiken", source, { exam: "x", out: folder });
    expect(readdirSync(join(folder, "x")).sort()).toEqual([".imported.jsonl", "exam.md", "which.md"]);
    expect(said()).toContain("1 of 1 known questions match the source");
    expect(process.exitCode).toBeUndefined();
  });

  it("of a file that has changed brings the question up to date, where it stands by now", async () => {
    const folder = contentOf({});
    const source = join(folder, "quiz.txt");
    writeFileSync(source, quiz);
    await importCommand("aiken", source, { exam: "x", out: folder });
    mkdirSync(join(folder, "x", "rivers"));
    renameSync(join(folder, "x", "which.md"), join(folder, "x", "rivers", "which.md"));
    writeFileSync(source, quiz.replace("One", "Five"));
    await importCommand("aiken", source, { exam: "x", out: folder });
    expect(readdirSync(join(folder, "x")).sort()).toEqual([".imported.jsonl", "exam.md", "rivers"]);
    expect(readFileSync(join(folder, "x", "rivers", "which.md"), "utf8")).toContain("- [ ] Five");
    expect(said()).toContain("which: options and key updated from the source");
  });

  it("that converts nothing ends with 1", async () => {
    const folder = contentOf({});
    const source = join(folder, "quiz.txt");
    writeFileSync(source, quiz.replace("ANSWER: B", ""));
    await importCommand("aiken", source, { exam: "x", out: folder });
    expect(process.exitCode).toBe(1);
  });
});
