import { afterEach, expect, it, vi } from "vitest";
import { log, setLogLevel, toLogLine } from "./log.ts";

const now = new Date("2026-11-25T07:00:00Z");

afterEach(() => {
  vi.restoreAllMocks();
  setLogLevel("info");
});

it("writes one event as one line, whatever its texts hold", () => {
  const error = new Error("first\nsecond", { cause: new RangeError("third") });
  const line = toLogLine("error", "sweep-failed", { attempts: 3 }, error, now);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({
    time: "2026-11-25T07:00:00.000Z",
    level: "error",
    event: "sweep-failed",
    attempts: 3,
    error: "first\nsecond",
    errorName: "Error",
    cause: { error: "third", errorName: "RangeError" },
  });
});

it("leaves out what is less grave than LOG_LEVEL, which is info until it is set", () => {
  const [debug, info] = [vi.spyOn(console, "debug").mockReturnValue(), vi.spyOn(console, "info").mockReturnValue()];
  log("debug", "small");
  log("info", "larger");
  expect(debug).not.toHaveBeenCalled();
  expect(info).toHaveBeenCalledOnce();
  setLogLevel("error");
  log("warn", "not grave enough");
  setLogLevel("debug");
  log("debug", "small");
  expect(info).toHaveBeenCalledOnce();
  expect(debug).toHaveBeenCalledOnce();
});
