import { expect, it } from "vitest";
import { readableText } from "#lib/exam/readable-text";
import { renderMarkdown } from "./render-markdown.ts";

function read(markdown: string): string {
  const rendered = renderMarkdown(markdown);
  if (!rendered.ok) throw new Error("not rendered");
  return readableText(rendered.html);
}

it.each([
  ["What is **bold** & `a < b`?", "What is bold & a < b?"],
  ["The loss $\\frac{1}{n}\\sum_{i=1}^{n} x_i^2$ falls.", "The loss 1/n∑_(i=1)^n x_i^2 falls."],
  ["Divide by $\\sqrt{d_k}$.", "Divide by √(d_k)."],
  ["Which loop ends?\n\n```py\nwhile True:\n    pass\n```\n\nChoose.", "Which loop ends? … Choose."],
  ["Which is it?\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nChoose.", "Which is it? … Choose."],
])("reads %j without markup, LaTeX or flattened code and tables", (markdown, text) => {
  expect(read(markdown).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
});

it("leaves no LaTeX of whatever formula", () => {
  const text = read("$\\hat{y} = \\operatorname{softmax}(W h + b), \\quad p \\in \\mathbb{R}^{d \\times d}$");
  expect(text).not.toMatch(/[\\{}]/);
  expect(text).toContain("softmax");
});
