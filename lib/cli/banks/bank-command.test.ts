import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { makeRepository, serveGit } from "../../../tests/support/git-server.ts";
import { addBank, fetchBanks, updateBanks } from "./bank-command.ts";

const exam = (license = "") =>
  `---\ntitle: Cloud\nquestions: 1\nminutes: 1\npassing: 50\ndomains:\n  - { id: core, title: Core, weight: 100 }\n${license}---\nX.\n`;
const question = (stem: string) =>
  `---\ndomain: core\n---\n${stem}\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nSo it is.\n`;

let place: string;
let content: string;
let repository: ReturnType<typeof makeRepository>;
let said: string;
let first: string;

const address = () => pathToFileURL(repository.bare).href;
const add = (folder: string, as?: string) =>
  addBank(content, address(), { revision: "main", folder, ...(as ? { as } : {}) });
const locked = () => parse(readFileSync(join(content, "banks.yaml"), "utf8")).banks;
const stem = (name = "cloud") => readFileSync(join(content, name, "what.md"), "utf8");

describe("a bank at a Git address", () => {
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "mockdown-banks-"));
    content = join(place, "content");
    repository = makeRepository(place);
    first = repository.commit({
      "README.md": "Two exams.",
      "exams/cloud/exam.md": exam("license: CC-BY-4.0\n"),
      "exams/cloud/what.md": question("What is first?"),
      "exams/other/exam.md": exam(),
      "exams/other/what.md": question("What is other?"),
    });
    said = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      said += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(place, { recursive: true });
  });

  it("is fetched with its commit and licence written down, apart from others of the same repository", async () => {
    await add("exams/cloud");
    await add("exams/other", "second");
    expect(stem()).toContain("What is first?");
    expect(stem("second")).toContain("What is other?");
    expect(existsSync(join(content, "cloud", ".git"))).toBe(false);
    const entry = { git: address(), revision: "main", commit: first };
    expect(locked()).toEqual({
      cloud: { ...entry, folder: "exams/cloud", license: "CC-BY-4.0" },
      second: { ...entry, folder: "exams/other", license: null },
    });
    expect(said).toContain("licence: CC-BY-4.0");
    expect(said).toContain("it names no licence: ask its authors");
  });

  it("stays at its commit until it is updated, and comes back at that commit", async () => {
    await add("exams/cloud");
    const second = repository.commit({ "exams/cloud/what.md": question("What is second?") });
    rmSync(join(content, "cloud"), { recursive: true });
    await fetchBanks(content, {});
    expect(stem()).toContain("What is first?");
    await updateBanks(content, "cloud", {});
    expect(stem()).toContain("What is second?");
    expect(locked().cloud.commit).toBe(second);
  });

  it("is fetched over HTTP as well, a single exam in its root", async () => {
    const own = join(place, "own");
    makeRepository(own).commit({ "exam.md": exam(), "what.md": question("What is in the root?"), "README.md": "One." });
    const server = await serveGit(own);
    await addBank(content, `${server.url}/bank.git`, { revision: "HEAD" }).finally(server.close);
    expect(stem("bank")).toContain("What is in the root?");
    expect(locked().bank.folder).toBeNull();
  });

  it("never replaces what somebody wrote", async () => {
    await add("exams/cloud");
    writeFileSync(join(content, "cloud", "what.md"), question("What is mine?"));
    await expect(updateBanks(content, undefined, {})).rejects.toThrow("were changed since it was fetched");
    expect(stem()).toContain("What is mine?");
    await fetchBanks(content, { discard: true });
    expect(stem()).toContain("What is first?");
    rmSync(join(content, "cloud", ".fetched-bank"));
    await expect(fetchBanks(content, { discard: true })).rejects.toThrow("was not fetched");
  });

  it("with an error, or gone, changes nothing", async () => {
    await add("exams/cloud");
    repository.commit({ "exams/cloud/what.md": "---\ndomain: nowhere\n---\nWhat?\n" });
    await expect(updateBanks(content, undefined, {})).rejects.toThrow(/has \d+ errors, the first at cloud\/what\.md:/);
    expect(stem()).toContain("What is first?");
    expect(locked().cloud.commit).toBe(first);
    rmSync(repository.bare, { recursive: true });
    await expect(updateBanks(content, undefined, {})).rejects.toThrow(/main of file:.* cannot be fetched: /);
  });

  it("says what is wrong with a banks.yaml that somebody edited", async () => {
    await add("exams/cloud");
    const path = join(content, "banks.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(first, "newest"));
    await expect(fetchBanks(content, {})).rejects.toThrow("banks.cloud.commit: is the full id of a commit");
  });
});

describe("an address, a revision, a folder or a name that is none", () => {
  it.each([
    ["--upload-pack=touch", { revision: "main" }, "is an address such as"],
    ["ext::sh -c date", { revision: "main" }, "is an address such as"],
    ["https://example.org/x.git", { revision: "--force" }, "is a branch, a tag or a commit"],
    ["https://example.org/x.git", { revision: "main", folder: "../etc" }, "is a folder of the repository"],
    ["https://example.org/x.git", { revision: "main", as: "../out" }, "is made of lower-case letters"],
  ])("is refused before Git is asked: %s %o", async (git, options, words) => {
    await expect(addBank(tmpdir(), git, options)).rejects.toThrow(words);
  });
});
