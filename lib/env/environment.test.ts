import { describe, expect, it } from "vitest";
import { BadEnvironment, parseEnvironment } from "./environment.ts";

describe("parseEnvironment", () => {
  it("needs nothing to be set", () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      DATABASE_URL: "file:./data/mockdown.db",
      TRUST_PROXY: false,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(parseEnvironment({ PORT: "", BASE_URL: "" }).PORT).toBe(3000);
  });

  it("lists every mistake at once", () => {
    const mistakes = () =>
      parseEnvironment({ PORT: "http", BASE_URL: "example", LOG_LEVEL: "loud", AUTH_SECRET: "short" });
    expect(mistakes).toThrow(BadEnvironment);
    for (const name of ["PORT", "BASE_URL", "LOG_LEVEL", "AUTH_SECRET"]) expect(mistakes).toThrow(name);
  });

  it("asks for a secret that all instances share when the database is PostgreSQL", () => {
    expect(() => parseEnvironment({ DATABASE_URL: "postgresql://localhost/mockdown" })).toThrow("AUTH_SECRET");
  });
});
