import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The questions of the sample bank, with the one that `withBlanks` adds. */
export const sampleNames = [
  "tallest-tree",
  "widest-field",
  "steep-hills",
  "longest-river",
  "deepest-lake",
  "count-springs",
  "order-of-size",
  "pair-animals",
  "name-the-bay",
  "parts-of-a-tree",
];

/** The same bank with a text with blanks. */
export async function withBlanks(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-blanks-"));
  await cp(content, folder, { recursive: true });
  await writeFile(
    join(folder, "sample", "parts-of-a-tree.md"),
    `---
domain: land
---
Complete the sample text.

A tree drinks with its [[roots | leaves]] and breathes with its [[leaves | roots | bark]].

## Explanation

The secret of parts-of-a-tree: water comes from below.

## References

- [Source of parts-of-a-tree](https://example.org/parts-of-a-tree)
`,
  );
  return folder;
}

/** The same bank with other keys, explanations, notes and references. */
export async function withOtherKeys(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-keys-"));
  await cp(content, folder, { recursive: true });
  for (const name of sampleNames) {
    const file = join(folder, "sample", `${name}.md`);
    await writeFile(file, turnKey(await readFile(file, "utf8")));
  }
  return folder;
}

/** The text of a question with the key at other options, and other words wherever it is explained. */
function turnKey(text: string): string {
  const boxes = [...text.matchAll(/^- \[(.)\]/gm)].map((match) => match[1]);
  const turned = [...boxes.slice(1), boxes[0]];
  let next = 0;
  return text
    .replace(/^- \[.\]/gm, () => `- [${turned[next++]}]`)
    .replace(/^ {2}> Note on .*$/gm, "  > Note on something quite different, and longer.")
    .replace("answer: 12", "answer: 345")
    .replace("[Sample Bay, the sample bay]", "[Another Bay]")
    .replace("1. Pebble\n2. Cobble\n3. Boulder", "1. Boulder\n2. Pebble\n3. Cobble")
    .replace("[[leaves | roots | bark]]", "[[roots | bark | leaves]]")
    .replace("[[roots | leaves]]", "[[leaves | roots]]")
    .replace("| Otter | Brook |\n| Heron | Reeds |", "| Otter | Reeds |\n| Heron | Brook |")
    .replace(/The secret of (.*)$/m, "The secret of $1 And more of it.")
    .replace(/- \[Source of .*$/m, "- [Source of another](https://example.org/another)");
}
