import { expect, it } from "vitest";
import { decimalSign } from "./decimal-sign.ts";

it.each([
  ["en", "."],
  ["de", ","],
  ["de-CH", "."],
  ["de-AT", ","],
])("decimals in %s stand behind %s", (locale, sign) => expect(decimalSign(locale)).toBe(sign));
