import { frontMatterSchema } from "#lib/content/read/front-matter";
import { CommandRefused } from "./end-with.ts";

/** Prints the JSON Schema of a question's or an exam's front matter. */
export async function schemaCommand(kind: string): Promise<void> {
  if (kind !== "question" && kind !== "exam")
    throw new CommandRefused(`there is a schema for question and for exam, not for ${kind}`);
  process.stdout.write(frontMatterSchema(kind));
}
