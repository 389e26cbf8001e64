import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { randomFrom } from "#lib/exam/random";
import { words } from "./words.ts";

const perExam = 500;
const domains = ["core", "data", "software", "trust"] as const;

/** The path of question `i` of the generated bank within the content folder. */
export function questionPath(i: number): string {
  return `${generatedSlug(Math.floor(i / perExam))}/question-${i}.md`;
}

export function generatedSlug(exam: number): string {
  return `bench-${exam + 1}`;
}

/** What a question contains: only text, or in some questions also code, a formula or a table. */
export type Kind = "words" | "rich";

/** Writes `count` question files of about 250 words, 500 per exam; always the same for the same count and kind. */
export async function generateContent(folder: string, count: number, kind: Kind): Promise<void> {
  for (let exam = 0; exam * perExam < count; exam++) {
    await mkdir(join(folder, generatedSlug(exam)), { recursive: true });
    await writeFile(join(folder, generatedSlug(exam), "exam.md"), examFile(exam));
  }
  for (let start = 0; start < count; start += 200) {
    const batch = Array.from({ length: Math.min(200, count - start) }, (_, i) => start + i);
    await Promise.all(batch.map((i) => writeFile(join(folder, questionPath(i)), questionFile(i, kind))));
  }
}

function examFile(exam: number): string {
  const list = domains.map((id) => `  - { id: ${id}, title: Domain ${id}, weight: 25 }`).join("\n");
  const front = `title: Benchmark exam ${exam + 1}\ncode: BENCH-${exam + 1}\nquestions: 50\nminutes: 60\npassing: 70\ndomains:\n${list}`;
  return `---\n${front}\n---\n${words(`exam ${exam}`, 600)}\n`;
}

/** One in four has several keys. Of the rich ones, one in five has code, one in seven a formula, one in nine a table. */
export function questionFile(i: number, kind: Kind, edition = ""): string {
  const random = randomFrom(`question ${i}`);
  const sentence = (part: string, length: number) => words(`${i} ${part}${edition}`, length).replaceAll("\n", " ");
  const keys = i % 4 === 0 ? 2 : 1;
  const first = random.integer(3);
  const options = [0, 1, 2, 3].map((option) => {
    const isKey = option >= first && option < first + keys;
    const note = `  > ${sentence(`note ${option}`, 90)}.`;
    return `- [${isKey ? "x" : " "}] Choice ${option + 1}: ${sentence(`option ${option}`, 70)}\n${note}`;
  });
  const extras = kind === "rich" ? extrasOf(i) : [];
  return [
    `---\ndomain: ${domains[i % domains.length]}\ndifficulty: ${["easy", "medium", "hard"][i % 3]}\ntags: [tag-${i % 20}, generated]\norigin: original\nchecked: 2026-11-22\n---`,
    `Question ${i}: ${sentence("stem", 220)}, **what follows**?`,
    ...extras,
    options.join("\n"),
    "## Explanation",
    `${sentence("explanation", 420)}. The others describe \`${sentence("code", 20)}\` and *${sentence("stress", 30)}*.`,
    "## References",
    `- [${sentence("reference", 30)}](https://example.org/${i})`,
    "",
  ].join("\n\n");
}

function extrasOf(i: number): readonly string[] {
  return [
    i % 5 === 0
      ? `\`\`\`python\ndef step_${i}(x):\n    return [each * ${i % 17} for each in x if each > 0]\n\`\`\``
      : "",
    i % 7 === 0 ? `With $\\alpha_{${i}} = \\frac{1}{${(i % 9) + 2}}$ this holds.` : "",
    i % 9 === 0 ? `| step | value |\n| --- | --- |\n| 1 | ${i} |\n| 2 | ${i * 2} |` : "",
  ].filter(Boolean);
}
