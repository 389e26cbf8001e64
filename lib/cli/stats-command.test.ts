import { expect, it } from "vitest";
import { statsText } from "./stats-command.ts";

it("statistics are printed as a table, as CSV and as JSON", () => {
  const options = [
    { text: "One", chosen: 3, strong: 1, weak: 0.5, isKey: true },
    { text: "Two", chosen: 1, strong: 0, weak: 0.5, isKey: false },
  ];
  const item = {
    name: "q",
    stem: "Which?",
    domain: "core",
    answers: 4,
    facility: 0.75,
    chance: 0.5,
    medianMs: 41_600,
    discrimination: 0.312,
    discriminationRange: [0.1, 0.524] as const,
    pairs: 2,
    flags: [],
    evidence: { answers: 60, strength: 1.234, rival: "Two" },
    options,
  };
  expect(JSON.parse(statsText([item], "json"))).toEqual([item]);
  expect(statsText([item], "csv").split("\r\n")[1]).toBe(
    "q,core,4,0.75,0.50,42,0.31,0.10,0.52,2,,*3 1,1.00 0.00,0.50 0.50,1.23,Two",
  );
  const unknown = { ...item, facility: null, medianMs: null, discrimination: null, discriminationRange: null };
  const untold = {
    ...unknown,
    options: options.map((option) => ({ ...option, strong: null, weak: null })),
    evidence: null,
  };
  expect(statsText([untold], "csv").split("\r\n")[1]).toBe("q,core,4,,0.50,,,,,2,,*3 1, , ,,");
  expect(statsText([item], "table").split("\n")[2]).toMatch(/^\| q +\| core +\| 4 +\| 0\.75 /);
});
