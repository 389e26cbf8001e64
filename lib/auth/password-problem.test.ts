import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-problem.ts";

const ada = { email: "ada.lovelace@example.org", name: "Countess Ada" };

describe("passwordProblem", () => {
  it.each(["password", "12345678", "Password1", "qwertyuiop", "iloveyou", "aaaaaaaa", "abababab", "football"])(
    "refuses %j, which is tried first",
    async (password) => {
      expect(await passwordProblem(password, ada)).toMatch(/^password-(common|few-characters)$/);
    },
  );

  it.each([
    "ada.lovelace@example.org",
    "ADA.LOVELACE@EXAMPLE.ORG",
    "ada.lovelace",
    "Ada-Lovelace-1815",
    "countess ada",
    "CountessAda!99",
  ])("refuses %j, one’s own address or name", async (password) => {
    expect(await passwordProblem(password, ada)).toBe("password-own");
  });

  it.each(["a long password", "tulip gravel sextant", "4f9Kq_x2LmZ", "пароль из слов"])(
    "takes %j",
    async (password) => {
      expect(await passwordProblem(password, ada)).toBeNull();
    },
  );

  it("does not hold a name without letters against anybody", async () => {
    expect(await passwordProblem("1815 1852 1843", { ...ada, name: "42" })).toBeNull();
  });
});
