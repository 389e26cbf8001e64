import { expect, it } from "vitest";
import { installSentence } from "./install-sentence.mjs";

/** As npm prints a package's own script that failed. */
const driver = (...lines: readonly string[]) =>
  ["prebuild-install warn install getaddrinfo ENOTFOUND github.com", ...lines, "gyp ERR! not ok"]
    .map((line) => `npm error ${line}`)
    .join("\n");
const say = (message: string) => installSentence({ message }, ["ci"]);

it.each([
  ["Python is missing", driver("gyp ERR! find Python You need to install the latest version of Python.")],
  ["make is missing", driver("gyp ERR! stack Error: not found: make")],
  ["the C++ compiler is missing", driver("make: g++: No such file or directory", "/bin/sh: 1: g++: not found")],
  ["nodejs.org", driver("gyp ERR! stack FetchError: request to https://nodejs.org/download/release/ failed")],
  ["it cannot be compiled here", driver("gyp ERR! stack Error: `make` failed with exit code: 2")],
])("says of the SQLite driver that %s, and what to do", (cause, message) => {
  const sentence = say(message);
  expect(sentence).toContain("The SQLite driver better-sqlite3 cannot be installed");
  expect(sentence).toContain(cause);
  expect(sentence).toMatch(/github\.com.*\(on Debian: .+\), then try again\.$/);
  expect(sentence, "not npm's raw output").not.toMatch(/npm error|gyp ERR/);
});

it("says of a registry that cannot be reached what it is, and of a full disk", () => {
  expect(say("npm error code ENOTFOUND\nnpm error network getaddrinfo ENOTFOUND registry")).toContain(
    "package registry",
  );
  expect(say("npm error code ENOSPC\nnpm error nospc")).toContain("disk is full");
});

it("shows what npm printed of a failure that is not known", () => {
  expect(say("npm error something else")).toContain("npm ci failed; run it by hand to see more. npm error something");
});
