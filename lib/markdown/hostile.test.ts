import { describe, expect, it } from "vitest";
import { hostileMarkdown } from "../../tests/support/hostile-markdown.ts";
import { processorTime } from "../../tests/support/processor-time.ts";
import { renderMarkdown, untrustedMarkdown } from "./render-markdown.ts";

/** This C# keeps its grammar busy for more than a minute. */
const endless = ".for ".repeat(24);

describe("a block of code that keeps its grammar busy", () => {
  it("comes out plain, and is named, when an author wrote it; the next block has colours again", () => {
    const stopped: number[] = [];
    const codeStopped = (node: { readonly position?: { readonly start: { readonly line: number } } | undefined }) =>
      void stopped.push(node.position?.start.line ?? 0);
    const rendered = renderMarkdown(`a\n\n\`\`\`csharp\n${endless}\n\`\`\`\n\n\`\`\`csharp\nreturn 1;\n\`\`\``, {
      codeStopped,
    });
    if (!rendered.ok) throw new Error("refused");
    expect(stopped).toEqual([3]);
    expect(rendered.html).toContain(`<code class="language-csharp">${endless}</code>`);
    expect(rendered.html).toContain('<span class="code-keyword">return</span>');
  });
});

describe("renderMarkdown of hostile text", () => {
  // The first use of each part is slow, and not what is measured here.
  renderMarkdown("```python\nx = 1\n```\n\n$x$");

  it.each(Object.entries(hostileMarkdown(100_000)))("ends soon: %s", (_, text) => {
    const before = processorTime();
    const rendered = renderMarkdown(text, untrustedMarkdown);
    expect(processorTime() - before).toBeLessThan(10_000);
    if (rendered.ok) expect(rendered.html.length).toBeLessThan(text.length * 60 + 1_000);
    else expect(rendered.refusal.reason).toMatch(/too-(?:deep|long|tangled)/);
  });

  it("refuses what is longer than any text may be", () => {
    expect(renderMarkdown("a".repeat(300_000))).toEqual({ ok: false, refusal: { reason: "too-long", line: 1 } });
  });

  it("names the line that is nested too deep", () => {
    expect(renderMarkdown(`a\n\n${">".repeat(50)} b`)).toEqual({ ok: false, refusal: { reason: "too-deep", line: 3 } });
  });

  it.each([
    ["braces", `$${"{".repeat(3000)}$`],
    ["braces that close", `$${"{".repeat(900)}${"}".repeat(900)}$`],
    ["fractions", `$${"\\frac{1}{".repeat(150)}$`],
    ["roots", `$${"\\sqrt ".repeat(300)}x$`],
    ["left and right", `$${"\\left(".repeat(200)}${"\\right)".repeat(80)}$`],
    ["expansion", "$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{xxxxxxxx}\\a\\a\\a\\a$"],
    ["recursion", "$\\def\\a{\\a\\a}\\a$"],
    ["superscripts", `$${"a^{".repeat(300)}${"}".repeat(300)}$`],
    ["subscripts without braces", `$${"a_".repeat(900)}b$`],
    ["primes", `$${"a'".repeat(900)}$`],
    ["overlines", `$${"\\overline\\hat".repeat(60)}x$`],
    ["huge spaces", "$\\rule{99999em}{99999em}\\hspace{99999em}$"],
  ])("ends soon with a formula of %s", (_, text) => {
    const before = processorTime();
    const rendered = renderMarkdown(text, untrustedMarkdown);
    expect(processorTime() - before).toBeLessThan(5_000);
    if (!rendered.ok) throw new Error("refused");
    expect(rendered.html.length).toBeLessThan(100_000);
    expect(rendered.html).not.toMatch(/\d{5}em/);
  });

  it.each(["python", "bash", "html", "yaml", "sql", "javascript", "csharp", "docker", "xml"])(
    "ends soon with hostile code in %s",
    (language) => {
      for (const piece of ["((((", "<a ", '"\\', "{{{{", "a.b", "<!--", "/*", "$(", "''", "[[["]) {
        const code = Array.from({ length: 20 }, () => piece.repeat(490).slice(0, 490)).join("\n");
        const before = processorTime();
        renderMarkdown(`\`\`\`${language}\n${code}\n\`\`\``, untrustedMarkdown);
        expect(processorTime() - before).toBeLessThan(20_000);
      }
    },
    30_000,
  );
});
