/** One task on a content folder, measured in a process of its own: `content-process.ts <task> <folder>`. */
import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Nodes } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Nodes as MdastNodes, Root } from "mdast";
import remarkRehype from "remark-rehype";
import { markdownToMdast } from "satteri";
import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import python from "shiki/langs/python.mjs";
import temml from "temml";
import { optimizeSooner } from "#lib/cli/optimize-sooner";
import { readContent } from "#lib/cli/read-content";
import { syncContent } from "#lib/cli/sync-content";
import { database } from "#lib/db/current";
import { migrate } from "#lib/db/migrate";
import { environment } from "#lib/env/current";

export interface ContentFigures {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly peakBytes: number;
}

const [task = "", folder = ""] = process.argv.slice(2);

function markdownFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path));
}

/** The rows that a cold sync created, to be written again by the driver alone. */
function rowsOf(file: string) {
  const db = new Database(file, { readonly: true });
  const all = (table: string) => db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
  const rows = { Question: all("Question"), Revision: all("Revision") };
  db.close();
  return rows;
}

const toHast = remarkRehype() as unknown as (tree: Root) => Nodes;

/** Converts Markdown files to safe HTML with the bare parts, and calls `more` for every node. */
function parseToSafeHtml(more?: (node: MdastNodes) => void): () => void {
  const texts = markdownFiles().map((path) => readFileSync(path, "utf8"));
  const features = { gfm: { footnotes: false }, math: true, frontmatter: true };
  // The same settings as in a sync: the limit is the best that is possible.
  optimizeSooner();
  return () => {
    for (const text of texts) {
      const tree = markdownToMdast(text, { features }) as Root;
      if (more) visit(tree, more);
      toHtml(sanitize(toHast(tree)));
    }
  };
}

function visit(node: MdastNodes, more: (node: MdastNodes) => void): void {
  more(node);
  if ("children" in node) for (const child of node.children) visit(child, more);
}

/** Highlighted code and formulas, as Shiki and Temml produce them. */
function bareRendering(): (node: MdastNodes) => void {
  const theme = createCssVariablesTheme({ name: "bare" });
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  let highlighter: ReturnType<typeof createHighlighterCoreSync> | undefined;
  return (node) => {
    if (node.type === "code" && node.lang === "python") {
      highlighter ??= createHighlighterCoreSync({ engine, themes: [theme], langs: [python] });
      highlighter.codeToHtml(node.value, { lang: "python", theme: "bare" });
    } else if (node.type === "math" || node.type === "inlineMath") temml.renderToString(node.value);
  };
}

const tasks: Readonly<Record<string, () => () => void | Promise<void>>> = {
  "read and hash": () => () => {
    for (const path of markdownFiles()) hash("sha256", readFileSync(path), "hex");
  },
  "parse to safe HTML": () => parseToSafeHtml(),
  "parse to safe HTML, with code and formulas": () => parseToSafeHtml(bareRendering()),
  "bulk insert": () => {
    const rows = rowsOf(environment().DATABASE_URL.slice("file:".length));
    const db = new Database(join(folder, "..", `raw-${process.pid}.db`));
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    const inserts = Object.entries(rows).map(([table, list]) => {
      const columns = (list[0] ?? []).map((_, i) => `c${i}`);
      db.exec(`CREATE TABLE "${table}" (${columns.join(", ")}, PRIMARY KEY (c0))`);
      const insert = db.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => "?").join(", ")})`);
      return () => list.forEach((row) => void insert.run(...row));
    });
    return () => db.transaction(() => inserts.forEach((insert) => void insert()))();
  },
  migrate: () => async () => void (await migrate(environment().DATABASE_URL)),
  sync: () => () => syncContent(folder, readContent(folder)),
};

const work = tasks[task]?.();
if (work === undefined) throw new Error(`there is no task ${task}`);
// The database is opened before the measurement, as it is for the raw parts: only the work is measured.
if (task === "sync") await database().read.bankState.count();
const [start, processor] = [performance.now(), process.cpuUsage()];
await work();
const [wallMs, used] = [performance.now() - start, process.cpuUsage(processor)];
process.send?.({
  wallMs,
  processorMs: (used.user + used.system) / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
} satisfies ContentFigures);
process.disconnect?.();
await database().close();
