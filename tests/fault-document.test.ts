import { expect, it } from "vitest";
import { formatFaults, parseFaults } from "./e2e/faults/fault-document.ts";

const document = {
  faults: new Map([["the network is gone", { sqlite: "survived", postgresql: "–" }]]),
  figures: new Map([["SQLite: many start", "starts: 100 in 1.0 s"]]),
  longFaults: new Map([["killed: everywhere", { sqlite: "survived", postgresql: "not run" }]]),
  longFigures: new Map([["SQLite: killed", "kills: 16 | of 20"]]),
};

it("reads the document of faults as it was written", () => {
  expect(parseFaults(formatFaults(document))).toEqual(document);
});

it("reads one of before, and none, as a document without the parts that are not there", () => {
  const short = formatFaults(document).split("## Faults of the long run alone")[0] ?? "";
  expect(parseFaults(short)).toEqual({ ...document, longFaults: new Map(), longFigures: new Map() });
  expect(parseFaults("").faults.size).toBe(0);
});
