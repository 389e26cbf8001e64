import { readFileSync } from "node:fs";

/** How many lines of an error are shown again below the runs. */
const shownLines = 12;

/**
 * What Vitest's JSON report in `file` says: the numbers of tests and, in words, each that failed. A runner without a
 * report, or with half of one, counts as one failure.
 */
export function readVitest(file) {
  return read(file, (report) => {
    const failed = report.testResults.flatMap((each) => failuresOf(each));
    // An error outside any test is in no count.
    if (failed.length === 0 && !report.success) failed.push("Vitest: an error outside any test; see above");
    return { passed: report.numPassedTests, failed, flaky: [] };
  });
}

function failuresOf({ name, status, message, assertionResults }) {
  if (status === "failed" && assertionResults.length === 0) return [inWords(name, message)];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => inWords(`${name} › ${test.fullName}`, test.failureMessages.join("\n")));
}

/** What Playwright's JSON report in `file` says. A test that passed only when it was run again is `flaky`, and passed. */
export function readPlaywright(file) {
  return read(file, ({ suites, stats, errors }) => {
    const tests = suites.flatMap(testsOf);
    const withStatus = (status) => tests.filter((test) => test.status === status).map((test) => test.words);
    const failed = withStatus("unexpected");
    const hasRun = stats.expected + stats.unexpected > 0;
    const outside = hasRun ? [] : errors.map(({ message }) => inWords("Playwright", message));
    return { passed: stats.expected + stats.flaky, failed: [...failed, ...outside], flaky: withStatus("flaky") };
  });
}

function testsOf({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ projectName, status, results }) => {
      const error = results.find((result) => result.error)?.error?.message ?? "";
      return { status, words: inWords(`[${projectName}] ${file} › ${title}`, error) };
    }),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

/** A test's name, and below it how its error begins, without colours. */
function inWords(name, error = "") {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  const lines = error.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  const shown = lines.filter((line) => line.trim() !== "").slice(0, shownLines);
  return [name, ...shown.map((line) => `    ${line}`)].join("\n");
}

function read(file, toCounts) {
  try {
    return toCounts(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error.code !== "ENOENT" && !(error instanceof SyntaxError)) throw error;
    return { passed: 0, failed: [`${file} was not written whole: its runner did not get to its end`], flaky: [] };
  }
}
