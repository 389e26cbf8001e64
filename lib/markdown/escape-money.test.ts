import { describe, expect, it } from "vitest";
import { escapeMoney } from "./escape-money.ts";

describe("dollars of Markdown", () => {
  it.each([
    ["It costs $100 a month and $50 a year.", "It costs \\$100 a month and \\$50 a year."],
    ["from 10$ to 20$, or $5/$6", "from 10\\$ to 20\\$, or \\$5/\\$6"],
    ["$HOME_DIR/$PATH and $" + "{a}_$" + "{b}", "\\$HOME_DIR/\\$PATH and \\$" + "{a}_\\$" + "{b}"],
    ["US$5 and US$6 (in $)", "US\\$5 and US\\$6 (in \\$)"],
    ["$5 a piece (or 5$)", "\\$5 a piece (or 5\\$)"],
    ["A first line: $5\n\nand $6", "A first line: \\$5\n\nand \\$6"],
    ["One $5 of $x$", "One \\$5 of $x$"],
    ["$5 in `$code` and $x = 1$", "\\$5 in `$code` and $x = 1$"],
  ])("are money or names where they make no formula: %s", (text, escaped) => {
    expect(escapeMoney(text)).toBe(escaped);
  });

  it.each([
    "$x$, $x = 1$, ($y$), 3$x$ and $-1$",
    "H$_{2}$O and x$^{n+1}$",
    "$\\alpha$5 and $ \\frac{1}{2} $",
    "$$\n\\$5 + x\n$$",
    "\\$5 and \\$6",
    "`$5 and $6` or <https://example.org/$a$b> or [x](https://example.org/$5)",
    "```sh\necho $5 $6\n```",
    "One alone: $5",
  ])("stay in formulas, code and addresses, and where nothing follows: %s", (text) => {
    expect(escapeMoney(text)).toBe(text);
  });
});
