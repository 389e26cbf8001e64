import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { questionsPlace, takePlace } from "./questions-place.mjs";

const root = mkdtempSync(join(tmpdir(), "mockdown-place-"));
afterAll(() => rmSync(root, { recursive: true }));
const program = "/opt/mockdown";

let made = 0;
/** A folder named `work` that holds these files, inside a folder of its own. */
function workingFolder(...files: readonly string[]): string {
  made += 1;
  const folder = join(root, String(made), "work");
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file.endsWith("notes.md") ? "---\ntitle: X\n---\n" : "---\ndomain: x\n---\n");
  }
  return folder;
}

const shipped = { folder: "/opt/mockdown/content", data: null, isOwn: false };
const served = "my-questions.data/mockdown.db";
it.each<[string, string | undefined, Record<string, string>, readonly string[], object]>([
  [
    "the folder that is named, with its data beside it",
    "my-questions",
    {},
    ["my-questions/exam.md"],
    {
      folder: "my-questions",
      exam: "my-questions",
      data: "my-questions.data",
    },
  ],
  [
    "a folder of exams that is named",
    "banks",
    {},
    ["banks/one/exam.md"],
    { folder: "banks", exam: null, data: "banks.data" },
  ],
  [
    "the setting",
    undefined,
    { CONTENT_DIR: "/srv/banks" },
    ["x/exam.md", served],
    { folder: "/srv/banks", data: null },
  ],
  [
    "the folder of the setting, when it is named",
    "banks",
    { CONTENT_DIR: "./banks" },
    ["banks/one/exam.md"],
    {
      folder: "banks",
      data: null,
    },
  ],
  [
    "./content, with the data that is served without a name",
    undefined,
    {},
    ["content/x/exam.md", "y/exam.md"],
    {
      folder: "./content",
      data: null,
    },
  ],
  ["./content, when it is named", "content", {}, ["content/x/exam.md"], { folder: "content", data: null }],
  [
    "./content with the data that it was served with by its name",
    "content",
    {},
    ["content/x/exam.md", "content.data/mockdown.db"],
    {
      folder: "content",
      data: "content.data",
    },
  ],
  [
    "the folder that was served from here",
    undefined,
    {},
    ["my-questions/exam.md", "other/exam.md", served],
    {
      folder: "my-questions",
      exam: "my-questions",
      data: "my-questions.data",
    },
  ],
  [
    "where somebody stands, when that is an exam",
    undefined,
    {},
    ["exam.md"],
    { folder: ".", exam: "work", data: "../work.data" },
  ],
  [
    "where somebody stands, when it holds exams and nothing else",
    undefined,
    {},
    ["x/exam.md", "y/exam.md", "y.data/else", "README.md"],
    { folder: ".", exam: null, data: "../work.data" },
  ],
  [
    "the only exam where somebody stands, as if it were named",
    undefined,
    {},
    ["my-questions/exam.md", "pictures/notes.md", "notes.md"],
    { folder: "my-questions", exam: "my-questions", data: "my-questions.data" },
  ],
  [
    "what comes with the release, and never the home of somebody with several exams",
    undefined,
    {},
    ["x/exam.md", "y/exam.md", "pictures/notes.md", "notes.md"],
    { ...shipped, others: ["x", "y"] },
  ],
  [
    "where somebody stands, when it was served",
    undefined,
    {},
    ["../work.data/mockdown.db", "topic/q.md"],
    {
      folder: ".",
      exam: "work",
      data: "../work.data",
    },
  ],
  [
    "where somebody stands, when it holds questions",
    undefined,
    {},
    ["q.md"],
    { folder: ".", exam: "work", data: "../work.data" },
  ],
  ["what comes with the release, in an empty folder", undefined, {}, [], shipped],
  ["what comes with the release, where that was served", undefined, {}, ["data/mockdown.db", "x/exam.md"], shipped],
  [
    "what comes with the release, and names what may be meant as well",
    undefined,
    {},
    ["data/mockdown.db", "my-questions/exam.md", served],
    {
      ...shipped,
      others: ["my-questions"],
    },
  ],
  [
    "what comes with the release, where two folders were served",
    undefined,
    {},
    ["a/exam.md", "a.data/mockdown.db", "b/q.md", "b.data/mockdown.db"],
    {
      ...shipped,
      others: ["a", "b"],
    },
  ],
])("a release means %s", (_, named, env, files, expected) => {
  const working = workingFolder(...files);
  const { data = null, ...rest } = expected as { data?: string | null };
  expect(questionsPlace(named, { env, working, program })).toMatchObject({
    ...rest,
    data: data === null ? null : join(working, data),
  });
});

it("a setting says where the data is, whatever the folder", () => {
  const place = { folder: "my-questions", exam: "my-questions", data: "/home/ada/my-questions.data" };
  const [unset, set] = [{}, { DATABASE_URL: "postgresql://host/db", CONTENT_EXAM: "chosen" }];
  takePlace(place, unset);
  takePlace(place, set);
  expect(unset).toEqual({
    CONTENT_DIR: "my-questions",
    CONTENT_EXAM: "my-questions",
    DATABASE_URL: "file:/home/ada/my-questions.data/mockdown.db",
  });
  expect(set).toEqual({ CONTENT_DIR: "my-questions", CONTENT_EXAM: "chosen", DATABASE_URL: "postgresql://host/db" });
});
