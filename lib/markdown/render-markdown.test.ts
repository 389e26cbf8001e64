import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HtmlShape, htmlShape } from "../../tests/support/html-shape.ts";
import { inRun } from "../../tests/support/run-length.ts";
import { renderMarkdown, untrustedMarkdown } from "./render-markdown.ts";

function html(markdown: string, options = untrustedMarkdown): string {
  const rendered = renderMarkdown(markdown, options);
  if (!rendered.ok) throw new Error(rendered.refusal.reason);
  return rendered.html;
}

const elements =
  /^(?:p|h[3-6]|blockquote|hr|ul|ol|li|table|thead|tbody|tr|th|td|pre|code|em|strong|del|br|a|math|m[a-z]+|semantics|none)$/;
const attributes = /^(?:href|rel|className|start|tabIndex|loading|display|[a-z]+)$/;
const forbidden = /^(?:on|src|style|id|name|action|formaction|data|xlink|href$)/i;

/** Every way in which `shape` is more than harmless text, for a reader's comment. */
function dangers(shape: HtmlShape): readonly string[] {
  if (typeof shape === "string") return [];
  const [tag, properties, ...children] = shape;
  const mathematical = /^(?:math|m[a-z]+|semantics|none)$/.test(tag);
  const own = Object.entries(properties).flatMap(([name, value]) => {
    if (name === "href") return tag === "a" && /^(?:https?:\/\/|mailto:)/.test(value) ? [] : [`${tag} href=${value}`];
    return !attributes.test(name) || (forbidden.test(name) && !(mathematical && name === "display"))
      ? [`${tag} ${name}`]
      : [];
  });
  return [...(elements.test(tag) ? [] : [tag]), ...own, ...children.flatMap(dangers)];
}

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<a href=javascript:alert(1)>x</a>",
  "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
  "<details open ontoggle=alert(1)>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!-- a -- > <img src=x onerror=alert(1)> -->",
  "<br onclick=alert(1)>",
  "<br/onclick=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example)",
  '[x](https://e.example/"onmouseover=alert(1))',
  "[x](<https://e.example/ onmouseover=alert(1)>)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  '<https://e.example/"><script>alert(1)</script>>',
  "![x](javascript:alert(1))",
  '![x" onerror="alert(1)](x.png)',
  "![](https://tracker.example/x.png)",
  '```"><script>alert(1)</script>\nx\n```',
  "```html\n</code></pre><script>alert(1)</script>\n```",
  "```python onmouseover=alert(1)\nx\n```",
  "`</code><script>alert(1)</script>`",
  "$\\href{javascript:alert(1)}{x}$",
  "$\\url{javascript:alert(1)}$",
  "$\\includegraphics{https://tracker.example/x}$",
  '$\\class{x" onclick="alert(1)}{x}$',
  "$\\id{x}{y}$",
  "$\\style{background:url(https://e.example)}{x}$",
  "$\\data{x=y}{z}$",
  "$\\text{</mtext><script>alert(1)</script>}$",
  "$\\unicode{x3c}script$",
  '$\\color{red" onclick="alert(1)}x$',
  "$\\htmlClass{a}{b}$",
  "$</math><script>alert(1)</script>$",
  "$\\frac{</math><img src=x onerror=alert(1)>}$",
  "| a |\n|--|\n| <img src=x onerror=alert(1)> |",
  "# <img src=x onerror=alert(1)>",
  "1e9. <svg/onload=alert(1)>",
  "+++\nx = 1\n+++\n<script>alert(1)</script>",
  "---\nx: 1\n---\n<script>alert(1)</script>",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "www.example.com/<script>alert(1)</script>",
  'a@b.example"onclick=alert(1)',
];

describe("renderMarkdown of what a reader writes", () => {
  it.each(attacks)("lets nothing through: %j", (attack) => {
    expect(htmlShape(html(attack)).flatMap(dangers)).toEqual([]);
  });

  it("lets nothing through however attacks are mixed", () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks),
      fc.constantFrom("\n", "\n\n", "> ", "- ", "`", "*", "[", "](", ")", "|", "$", "<", ">", '"', "\\", "&", "    "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const rendered = renderMarkdown(pieces.join(""), untrustedMarkdown);
        if (rendered.ok) expect(htmlShape(rendered.html).flatMap(dangers)).toEqual([]);
      }),
      { numRuns: inRun(300, 1_500) },
    );
  });

  it("sees a danger that is there", () => {
    expect(
      htmlShape('<p onclick="x">a</p><script>x</script><a href="javascript:x">y</a>').flatMap(dangers),
    ).toHaveLength(3);
  });

  it("shows raw HTML as text, so that nothing written is lost", () => {
    expect(html("a <b>bold</b> move")).toBe("<p>a &lt;b&gt;bold&lt;/b&gt; move</p>");
  });

  it("shows a text that begins as front matter does", () => {
    expect(html("---\nkey: value\n---")).toContain("key: value");
    expect(html("+++\nkey = 1\n+++")).toContain("key = 1");
  });

  it("vouches for no link", () => {
    expect(html("[a](https://example.org/)")).toBe(
      '<p><a href="https://example.org/" rel="nofollow noopener ugc">a</a></p>',
    );
    expect(html("[a](https://example.org/)", {})).toBe('<p><a href="https://example.org/">a</a></p>');
  });

  it("keeps the text of a link that it does not make", () => {
    expect(html("[a *b*](javascript:x)")).toBe("<p>a <em>b</em></p>");
  });

  it("shows the alternative text of an image that it does not show", () => {
    expect(html("see ![a <plot>](plot.png)")).toBe("<p>see a &lt;plot&gt;</p>");
  });

  it("writes no character that a database refuses", () => {
    expect(html("a\0b")).toBe("<p>a\uFFFDb</p>");
  });

  it("reads all line ends alike", () => {
    expect(html("a\r\n\r\nb\rc")).toBe("<p>a</p><p>b\nc</p>");
  });
});

describe("renderMarkdown of what an author writes", () => {
  it("asks where an image is served", () => {
    const image = (url: string): string => `/media/x/${url}`;
    expect(html("![A plot](plot.png)", { image })).toBe(
      '<p><img src="/media/x/plot.png" alt="A plot" loading="lazy"></p>',
    );
  });

  it("colours code by class", () => {
    expect(html("```python\nif x: pass\n```")).toBe(
      '<pre tabindex="0"><code class="language-python"><span class="code-keyword">if</span> x: <span class="code-keyword">pass</span></code></pre>',
    );
  });

  it.each(["x^", "a_'", "\\bordermatrix{1} \\sqrt ", "\\ref{x}", "\\eqref{x' onclick='y}"])(
    "shows the source of a formula that cannot be read: %s",
    (tex) => expect(html(`$${tex}$`)).toContain('<code class="math-error">'),
  );

  it("gives nothing in a formula an id, which could be that of something on the page", () => {
    expect(html("$$\n\\tag{1}\\label{main}x\n$$")).toContain('class="tml-tageqn"');
    expect(html("$$\n\\tag{1}\\label{main}x\n$$")).not.toContain("id=");
  });

  it("renders formulas as MathML, and shows the source of one that is wrong", () => {
    expect(html("$x^2$")).toMatch(/^<p><math>.*<\/math><\/p>$/);
    expect(html("$\\frac{1}$")).toBe('<p><code class="math-error">\\frac{1}</code></p>');
  });

  it("gives the plain reading for names", () => {
    expect(renderMarkdown("a **b** `c` $d$ ![e](f)\n\n- g\n- h<br>i")).toMatchObject({ text: "a b c d e g h i" });
  });
});
