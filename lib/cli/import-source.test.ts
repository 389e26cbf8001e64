import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSource } from "./import-source.ts";

const root = mkdtempSync(join(tmpdir(), "mockdown-import-"));
const folder = join(root, "folder");
mkdirSync(join(folder, "deep"), { recursive: true });
for (const name of ["folder/one.gift", "folder/deep/two.gift", "folder/a.png", "folder/secret.txt", "outside.png"])
  writeFileSync(join(root, name), name);
symlinkSync(join(root, "outside.png"), join(folder, "link.png"));
// A name beside the file that cannot be read must not matter to the import of that file.
symlinkSync(join(root, "nothing"), join(folder, "deep", "dangling.png"));
afterAll(() => rmSync(root, { recursive: true }));

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());

describe("readSource", () => {
  it("takes a single file alone, and reads an image beside it when it is asked for", () => {
    const { files, readAsset } = readSource(join(folder, "one.gift"), ["gift"]);
    expect(files.map(({ path }) => path)).toEqual(["one.gift"]);
    writeFileSync(join(folder, "late.png"), "late");
    expect(text(readAsset("late.png"))).toBe("late");
    expect(readAsset("missing.png")).toBeNull();
  });

  it("takes every file of the format under a folder", () => {
    expect(readSource(folder, ["gift"]).files.map(({ path }) => path)).toEqual(["deep/two.gift", "one.gift"]);
  });

  it("reads no file that a link takes from outside the folder, and says so", () => {
    symlinkSync(join(root, "outside.png"), join(folder, "deep", "away.aiken"));
    symlinkSync(join(root, "nothing"), join(folder, "deep", "gone.aiken"));
    const { files, notices } = readSource(folder, ["aiken"]);
    expect(files).toEqual([]);
    expect(notices).toEqual([
      "deep/away.aiken is a link that leads nowhere or outside the folder; it was not read",
      "deep/gone.aiken is a link that leads nowhere or outside the folder; it was not read",
    ]);
  });

  it("says of a file or folder that holds nothing of the format what it looked for", () => {
    writeFileSync(join(folder, "quiz.dat"), "x");
    expect(() => readSource(join(folder, "quiz.dat"), ["csv", "tsv"])).toThrow(
      /quiz\.dat does not end in \.csv or \.tsv, .*: rename it/,
    );
    expect(() => readSource(folder, ["xml"])).toThrow(/there is no file that ends in \.xml in .*folder/);
  });

  it("finds no image under the name of a file, nor under a name that is too long", () => {
    const { readAsset } = readSource(folder, ["gift"]);
    expect(readAsset("one.gift/a.png")).toBeNull();
    expect(readAsset(`${"a".repeat(300)}.png`)).toBeNull();
  });

  it("gives nothing but images, and nothing from outside the folder", () => {
    const { readAsset } = readSource(folder, ["gift"]);
    expect(text(readAsset("a.png"))).toBe("folder/a.png");
    for (const asset of ["secret.txt", "../outside.png", "link.png"]) expect(readAsset(asset), asset).toBeNull();
  });

  it.skipIf(process.getuid?.() === 0)("says which file may not be read", () => {
    writeFileSync(join(folder, "closed.gift"), "x", { mode: 0o000 });
    expect(() => readSource(join(folder, "closed.gift"), ["gift"])).toThrow(/closed\.gift cannot be read \(EACCES\)/);
    rmSync(join(folder, "closed.gift"));
  });
});
