import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadInTurn } from "./load-pages.mjs";

let folder: string;
let files: string[];
const loaded = () => readFile(join(folder, "loaded"), "utf8").catch(() => "");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-pages-"));
  files = [];
  for (const name of ["a", "b", "c"]) {
    const file = join(folder, `${name}.cjs`);
    await writeFile(file, `require("node:fs").appendFileSync(${JSON.stringify(join(folder, "loaded"))}, "${name}");`);
    files.push(file);
  }
});
afterAll(() => rm(folder, { recursive: true }));

it("pages are loaded one by one, only until it is enough, and the rest later", async () => {
  let turns = 0;
  const rest = async () => void turns++;
  await loadInTurn(files, rest, () => turns === 2);
  expect(await loaded()).toBe("ab");
  await loadInTurn(files, rest);
  expect(await loaded()).toBe("abc");
  expect(files).toEqual([]);
});
