import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppServer, startApp } from "../../support/app-server.ts";
import { isLong } from "../../support/run-length.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { startExam } from "./sitting.ts";

const edited = ["tallest-tree", "longest-river", "steep-hills"] as const;

/** The same bank with three questions worded again, one gone and one more. */
async function nextBank(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-next-"));
  await cp(content, folder, { recursive: true });
  const fileOf = (name: string) => join(folder, "sample", `${name}.md`);
  for (const name of edited) {
    const text = await readFile(fileOf(name), "utf8");
    await writeFile(fileOf(name), text.replace(/\?\n/, ", as of the next edition?\n"));
  }
  await rm(fileOf("deepest-lake"));
  await writeFile(
    fileOf("deepest-pond"),
    (await readFile(join(content, "sample", "deepest-lake.md"), "utf8"))
      .replaceAll("deepest-lake", "deepest-pond")
      .replaceAll("lake", "pond"),
  );
  return folder;
}

/** Which bank readers see: every page of it must be of one edition. */
async function editionOf(app: AppServer): Promise<"old" | "new"> {
  const bodyOf = async (name: string) => {
    const response = await fetch(`${app.url}/exams/sample/questions/${name}`);
    return response.status === 200 ? response.text() : "";
  };
  const [pond, lake, ...wordings] = await Promise.all(["deepest-pond", "deepest-lake", ...edited].map(bodyOf));
  const isAsked = (body = "") => body !== "" && !body.includes("has been retired");
  const signs = [isAsked(pond), !isAsked(lake), ...wordings.map((body) => body.includes("as of the next edition"))];
  expect(new Set(signs).size, `pages of two editions: ${signs.join(" ")}`).toBe(1);
  return signs[0] ? "new" : "old";
}

fault(
  "a content sync is killed at each of its statements while learners answer: readers see the old or the new bank",
  async ({ page, browser, content, databaseKind }) => {
    fault.setTimeout(isLong ? 900_000 : 120_000);
    const postgres = databaseKind === "postgresql" ? (process.env.MOCKDOWN_TEST_POSTGRES ?? "") : "";
    const folder = await nextBank(content);
    const app = await startApp({ content, ...(postgres === "" ? {} : { postgres }) });
    try {
      const sitting = await startExam(page, app);
      let kills = 0;
      let isNew = false;
      for (let n = 1; !isNew; n += isLong ? 1 : 9) {
        const [hasDied] = await Promise.all([app.dyingSync(folder, { any: n }), sitting.choose(n)]);
        const edition = await editionOf(app);
        // Who begins now gets a whole exam, of whichever edition.
        const other = await browser.newContext();
        await startExam(await other.newPage(), app);
        await other.close();
        isNew = !hasDied;
        if (hasDied) kills++;
        else expect(edition).toBe("new");
      }
      // The commit that shows it is the last: killed right after it the sync has done its work.
      await app.sync(content);
      expect(await editionOf(app)).toBe("old");
      let commits = 1;
      while (await app.dyingSync(folder, { commit: "after", nth: commits })) commits++;
      expect(await editionOf(app)).toBe("new");
      figure("kills", `${kills} before a statement, ${commits - 1} after a commit`);
      expect(kills).toBeGreaterThan(1);
      await sitting.verify();
      await sitting.submit();
    } finally {
      await app.dispose();
      await rm(folder, { recursive: true });
    }
  },
);
