import { describe, expect, it } from "vitest";
import { serverArguments } from "./server-arguments.mjs";

const mebibyte = 1024 * 1024;
const bound = "--max-old-space-size=1024";

describe("how the server is started", () => {
  it("bounds its heap on a machine that would let it grow further", () => {
    expect(serverArguments(3000, 4144 * mebibyte, undefined)).toContain(bound);
  });

  it("leaves a lower bound of a small machine, and whatever bound somebody has chosen", () => {
    expect(serverArguments(3000, 512 * mebibyte, undefined)).not.toContain(bound);
    for (const chosen of ["--max-old-space-size=4096", "--enable-source-maps --max_old_space_size=4096"])
      expect(serverArguments(3000, 4144 * mebibyte, chosen)).not.toContain(bound);
  });
});
