import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import { languageMarks } from "#lib/exam/language-marks";
import { letterAt } from "#lib/exam/letters";
import { changeProse } from "#lib/markdown/code-spans";
import { escapeHtml } from "#lib/markdown/escape-html";
import { renderMarkdown } from "#lib/markdown/render-markdown";
import { escapeMarkdown } from "../markup/escape-markdown.ts";
import { besideBox } from "../markup/markdown-to-html.ts";
import { base64 } from "../moodle/export.ts";
import type { ExportedItem, Exporter, ExportInput } from "../report.ts";
import { blanksOf, printBlanks } from "../shared/blanks.ts";
import { splitCaseText } from "../shared/case-text.ts";
import { exported, hasLetters, optionInWords, refused, utf8 } from "../shared/export-texts.ts";

/**
 * A paper to print and, in a file of its own, the answers with their reasons. Both hold everything they need: no script,
 * nothing that is fetched.
 */
export const exportPaper: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const questions: string[] = [];
  const answers: string[] = [];
  const cases = new Map<string, number>();
  for (const draft of input.drafts) {
    const notes: string[] = [];
    const render = renderer(draft, input, notes);
    const number = questions.length + 1;
    const { caseText, stem: asked } = splitCaseText(draft.stem);
    const stem = render(asked);
    if (stem === null) {
      items.push(refused(draft, "its Markdown cannot be rendered: check it with the checker"));
      continue;
    }
    const say = (markdown: string) => render(markdown) ?? escapeHtml(markdown);
    const before = caseText === null || draft.case === null ? "" : caseOf(cases, draft.case, number, say(caseText));
    questions.push(`${before}<section><h2>${number}.</h2>\n${stem}\n${taskOf(draft, say)}</section>`);
    answers.push(`<section><h2>${number}.</h2>\n${keyOf(draft, say)}\n${reasonsOf(draft, say)}</section>`);
    if (draft.case !== null && caseText === null) notes.push(`the scenario ${draft.case} is not printed`);
    items.push(exported(draft, notes));
  }
  const { slug, title, language = "en" } = input.exam;
  const head = '<p class="fields">Name: <span></span> Date: <span></span></p>';
  const files = [
    {
      path: `${slug}-paper.html`,
      bytes: utf8(page(language, title, head, questions)),
    },
    { path: `${slug}-answers.html`, bytes: utf8(page(language, `${title}: answers`, "", answers)) },
  ];
  return { files, items };
};

/** A case is printed before the first question that stands on it; later ones say where that is. `cases`: those numbers. */
function caseOf(cases: Map<string, number>, name: string, number: number, html: string): string {
  const first = cases.get(name);
  cases.set(name, first ?? number);
  if (first === undefined) return `<aside class="case">\n${html}\n</aside>\n`;
  return `<p class="hint">This question stands on the case before question ${first}.</p>\n`;
}

function renderer(draft: QuestionDraft, input: ExportInput, notes: string[]): (markdown: string) => string | null {
  const imageUrl = (address: string): string | null => {
    const bytes = input.readAsset?.(draft.id, address) ?? null;
    const type = /\.(png|jpe?g|gif|webp|avif|svg)(?=[?#]|$)/i.exec(address)?.[1]?.toLowerCase();
    if (bytes === null || type === undefined) {
      notes.push(`image ${address} was not found; its alternative text replaces it`);
      return null;
    }
    return `data:image/${type === "jpg" ? "jpeg" : type === "svg" ? "svg+xml" : type};base64,${base64(bytes)}`;
  };
  // On paper options keep their written order, so a reference is its letter; steps and matches stand in another one.
  const name = (letter: string) => (hasLetters(draft) ? letter : `“${escapeMarkdown(optionInWords(draft, letter))}”`);
  return (markdown) => {
    const named = changeProse(markdown, (prose) =>
      prose.replace(/(?<!\\)\{([A-Z](?:,\s*[A-Z])*)\}/g, (_, letters: string) => letters.replace(/[A-Z]/g, name)),
    );
    const rendered = renderMarkdown(named, { image: imageUrl });
    return rendered.ok ? rendered.html : null;
  };
}

type Say = (markdown: string) => string;

function taskOf(draft: QuestionDraft, say: Say): string {
  const sayOption = (text: string) => besideBox(say, text);
  const list = (texts: readonly string[], type: string) =>
    `<ol type="${type}">\n${texts.map((text) => `<li>${sayOption(text)}</li>`).join("\n")}\n</ol>`;
  switch (draft.kind) {
    case "single":
      return list(
        draft.options.map((option) => option.text),
        "A",
      );
    case "multiple": {
      const keys = draft.options.filter((option) => option.correct).length;
      const select = draft.select ?? keys;
      return `<p class="hint">Choose ${select > keys ? "at most " : ""}${select}.</p>\n${list(
        draft.options.map((option) => option.text),
        "A",
      )}`;
    }
    case "ordering":
      return `<p class="hint">Number the steps in their right order.</p>\n<ul class="blanks">\n${[...draft.steps]
        .sort()
        .map((step) => `<li><span></span> ${say(step)}</li>`)
        .join("\n")}\n</ul>`;
    case "matching": {
      const right = [...matchTexts(draft.pairs)].sort();
      const left = asking(draft.pairs)
        .map(([text]) => `<li><span></span> ${sayOption(text)}</li>`)
        .join("\n");
      return `<p class="hint">Write the letter of the match beside each.</p>\n<div class="pairs"><ul class="blanks">\n${left}\n</ul>\n${list(right, "A")}</div>`;
    }
    case "numeric":
      return `<p class="blanks">Answer: <span></span>${draft.numeric?.unit ? ` ${escapeHtml(draft.numeric.unit)}` : ""}</p>`;
    case "text":
      return '<p class="blanks">Answer: <span></span></p>';
    case "cloze": {
      const rows = blanksOf(draft.cloze).map(
        (options) => `<li>${[...options].sort().map(escapeHtml).join(" / ")}</li>`,
      );
      const printed = printBlanks(draft.cloze, say, (_, index) => `<span class="gap">${index + 1}</span>`);
      return `<p class="hint">Choose one for each number.</p>\n${printed}\n<ol>\n${rows.join("\n")}\n</ol>`;
    }
  }
}

function keyOf(draft: QuestionDraft, say: Say): string {
  const bold = (text: string) => `<p><strong>${text}</strong></p>`;
  switch (draft.kind) {
    case "single":
    case "multiple":
      return bold(draft.options.flatMap((option, index) => (option.correct ? [letterAt(index)] : [])).join(", "));
    case "ordering":
      return `<ol>${draft.steps.map((step) => `<li>${say(step)}</li>`).join("")}</ol>`;
    case "matching": {
      const right = [...matchTexts(draft.pairs)].sort();
      const rows = asking(draft.pairs).map(
        ([left, match]) =>
          `<tr><td>${besideBox(say, left)}</td><td><strong>${letterAt(right.indexOf(match))}</strong></td><td>${besideBox(say, match)}</td></tr>`,
      );
      return `<table>${rows.join("")}</table>`;
    }
    case "numeric": {
      const { value, tolerance, unit } = draft.numeric ?? { value: "", tolerance: 0, unit: null };
      return bold(`${value}${tolerance > 0 ? ` ± ${tolerance}` : ""}${unit === null ? "" : ` ${escapeHtml(unit)}`}`);
    }
    case "text":
      return bold(draft.accepted.map(escapeHtml).join(" or "));
    case "cloze":
      return printBlanks(draft.cloze, say, ([right = ""]) => `<strong>${escapeHtml(right)}</strong>`);
  }
}

function reasonsOf(draft: QuestionDraft, say: Say): string {
  const notes = draft.options.flatMap((option, index) =>
    option.note === null ? [] : [`<dt>${letterAt(index)}</dt><dd>${say(option.note)}</dd>`],
  );
  const links = draft.references.map(
    ({ title, url }) => `<li>${escapeHtml(title)}${title === url ? "" : `<br>${escapeHtml(url)}`}</li>`,
  );
  return [
    say(draft.explanation),
    notes.length === 0 ? "" : `<dl>${notes.join("")}</dl>`,
    links.length === 0 ? "" : `<ul class="references">${links.join("")}</ul>`,
  ].join("\n");
}

const style = `
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
h1 { font-size: 16pt; } h2 { font-size: 11pt; margin: 0; float: left; width: 2em; }
section { break-inside: avoid; margin: 0 0 1.6em; padding-left: 2em; } section > h2 { margin-left: -2em; }
ol[type="A"] > li { padding-left: .3em; margin: .25em 0; } li > p, dd > p, section > p { margin: 0 0 .4em; }
pre, code { font: 9.5pt/1.4 ui-monospace, Consolas, monospace; } pre { border: 1px solid #999; padding: .5em; white-space: pre-wrap; }
.case { border-left: 3px solid #999; padding-left: 1em; margin: 0 0 1.6em; }
table { border-collapse: collapse; margin: .5em 0; } td, th { border: 1px solid #999; padding: .2em .6em; text-align: left; }
img { max-width: 100%; } .hint { font-style: italic; }
.blanks { list-style: none; padding-left: 0; } .blanks span, .fields span { display: inline-block; min-width: 2.5em; border-bottom: 1px solid #000; }
p.blanks span, .fields span { min-width: 12em; } .blanks li > p { display: inline; } .pairs { display: flex; gap: 3em; }
.gap { display: inline-block; min-width: 6em; border-bottom: 1px solid #000; font-size: 8.5pt; }
.references { font-size: 9.5pt; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; text-decoration: none; } }
`;

function page(language: string, title: string, head: string, sections: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}" dir="${languageMarks(language).dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${head}
${sections.join("\n")}
</body>
</html>
`;
}
