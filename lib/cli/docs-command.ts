import { writeFile } from "node:fs/promises";
import { accessDocument } from "#lib/access/access-document";
import { frontMatterSchema } from "#lib/content/read/front-matter";
import { rulesDocument } from "#lib/content/rules/document";
import { formatsDocument } from "#lib/formats/formats-document";

const documents = {
  "docs/access.md": accessDocument,
  "docs/rules.md": rulesDocument,
  "docs/formats.md": formatsDocument,
  "docs/question.schema.json": () => frontMatterSchema("question"),
  "docs/exam.schema.json": () => frontMatterSchema("exam"),
};

/** Writes the documents that are generated from code. Tests compare each with the output of this command. */
export async function docsCommand(): Promise<void> {
  for (const [path, text] of Object.entries(documents)) await writeFile(path, text());
  process.stdout.write(`wrote ${Object.keys(documents).join(", ")}\n`);
}
