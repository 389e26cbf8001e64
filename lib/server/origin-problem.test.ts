import { describe, expect, it } from "vitest";
import { originProblem, type RequestSource } from "./origin-problem.ts";

const sent: RequestSource = {
  method: "POST",
  origin: "http://exams.test:3000",
  host: "exams.test:3000",
  forwardedHost: undefined,
  forwardedProto: undefined,
};
const isRefused = (change: Partial<RequestSource>, baseUrl?: string) =>
  originProblem({ ...sent, ...change }, baseUrl) !== null;

describe("originProblem", () => {
  it("accepts what a page of this site changes", () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) expect(isRefused({ method })).toBe(false);
  });

  it("lets everybody read", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(isRefused({ method, origin: undefined })).toBe(false);
  });

  it.each([
    undefined,
    "",
    "null",
    "file://",
    "https://exams.test:3000",
    "http://exams.test",
    "http://exams.test:3001",
    "http://other.test:3000",
    "http://sub.exams.test:3000",
    "http://exams.test:3000.evil.test",
    "http://exams.test:3000/",
    "http://exams.test:3000, http://evil.test",
  ])("refuses a change from %j, with BASE_URL and without", (origin) => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "PURGE"]) {
      expect(isRefused({ method, origin })).toBe(true);
      expect(isRefused({ method, origin }, "http://exams.test:3000")).toBe(true);
    }
  });

  it("goes by the scheme and host that a proxy passes on", () => {
    const proxied = { forwardedHost: "exams.test, inner", forwardedProto: "https, http", host: "127.0.0.1:3000" };
    expect(isRefused({ ...proxied, origin: "https://exams.test" })).toBe(false);
    expect(isRefused({ ...proxied, origin: "http://exams.test" })).toBe(true);
  });

  it("accepts BASE_URL however the request came, and lets it decide about the scheme of its host", () => {
    const baseUrl = "https://exams.test";
    const origin = "https://exams.test";
    expect(isRefused({ origin, host: "127.0.0.1:3000" }, baseUrl)).toBe(false);
    expect(isRefused({ origin, host: "exams.test" }, baseUrl)).toBe(false);
    expect(isRefused({ origin: "http://exams.test", host: "exams.test" }, baseUrl)).toBe(true);
    expect(isRefused({ origin: "http://exams.test", host: "exams.test", forwardedProto: "http" }, baseUrl)).toBe(true);
  });

  it("accepts another address under which the server is reached, such as localhost beside BASE_URL", () => {
    expect(isRefused({ origin: "http://localhost:3000", host: "localhost:3000" }, "https://exams.test")).toBe(false);
  });

  it("refuses when the request names no host that could be compared", () => {
    expect(isRefused({ host: undefined })).toBe(true);
    expect(isRefused({ host: "exams.test:no-port" })).toBe(true);
  });

  it("says which origins it would have accepted", () => {
    const problem = originProblem({ ...sent, origin: "null", host: "localhost:3000" }, "https://exams.test");
    expect(problem).toEqual({ expected: "https://exams.test or http://localhost:3000" });
  });
});
