import { describe, expect, it } from "vitest";
import { htmlToMarkdown, withoutHtml } from "./html-to-markdown.ts";
import { markdownToHtml } from "./markdown-to-html.ts";

describe("HTML as Markdown", () => {
  it.each([
    ["<p>One<br>two</p><p>three</p>", "One\\\ntwo\n\nthree"],
    ["<b>bold </b><i>and</i> <code>a`b</code>", "**bold** *and* ``a`b``"],
    ["<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
    ["<ol start=3><li>a<li>b</ol>", "3. a\n4. b"],
    ['<pre><code class="language-js">a\n\n\nb</code></pre>', "```js\na\n\n\nb\n```"],
    ["<table><tr><th>a|b</th></tr><tr><td>1</td></tr></table>", "| a\\|b |\n| --- |\n| 1 |"],
    ["<table><caption>What <b>a</b> is</caption><tr><td>1</td></tr></table>", "What **a** is\n\n| 1 |\n| --- |"],
    ['<a href="https://example.org/a_(b)">x</a>', "[x](https://example.org/a_%28b%29)"],
    ["H<sub>2</sub>O, x<sup>n+1</sup>", "H$_{2}$O, x$^{n+1}$"],
    ["&lt;tag&gt; &amp;amp; 2 * 3 *x*", "\\<tag> \\&amp; 2 * 3 \\*x\\*"],
    ["\\(x^2\\) and 5 $", "$x^2$ and 5 \\$"],
    ["<h2>Head</h2># no head", "**Head**\n\n\\# no head"],
    ["<math><mi>x</mi><mo>≤</mo><mi>q</mi><mo>×</mo><mn>2</mn></math>", "$x\\le q\\times2$"],
    ["<p>C:\\<b>x</b> D:\\</p>", "C:\\\\**x** D:\\\\"],
    ["<p>Unclosed <b>bold<p>next", "Unclosed **bold**\n\n**next**"],
  ])("%s", (html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, notes: [] });
  });

  it("keeps the text of what Markdown cannot say, and names it", () => {
    expect(htmlToMarkdown("<marquee>Hi</marquee> <u>you</u><script>evil()</script>")).toEqual({
      markdown: "Hi you",
      notes: [
        "<marquee> was replaced by its text",
        "<u> was replaced by its text",
        "<script> was replaced by its text",
      ],
    });
  });

  it("drops addresses that are no web address, and names them", () => {
    expect(htmlToMarkdown('<a href="javascript:alert(1)">x</a> <a href="../y.html">y</a> <a name="z">z</a>')).toEqual({
      markdown: "x y z",
      notes: [
        "the link to javascript:alert(1) does not lead to a web page; its text was kept",
        "the link to ../y.html points into the source; its text was kept",
      ],
    });
  });

  it("refuses what is nested too deep to be a question", () => {
    expect(htmlToMarkdown("<div>".repeat(5000))).toBeNull();
  });

  it("reads HTML within Markdown, but neither code nor placeholders", () => {
    expect(withoutHtml("a<br>b <b>c</b> `<b>` <bucket-name> <!-- x -->").markdown).toBe(
      "a\\\nb **c** `<b>` \\<bucket-name> ",
    );
  });

  it("leaves an escaped tag, which is a text about it", () => {
    const markdown = "What do \\<b>x\\</b>, \\<br>, \\<img src=a.png> and \\<p>a\\</p> do? \\<!-- c -->";
    expect(withoutHtml(markdown)).toEqual({ markdown, notes: [] });
    expect(withoutHtml("C:\\\\<b>x</b>").markdown).toBe("C:\\\\**x**");
  });

  it("reads a tag without its end as a text about it, where it needs one", () => {
    expect(withoutHtml("What does <b> do in <html>?")).toEqual({
      markdown: "What does \\<b> do in \\<html>?",
      notes: [],
    });
    expect(withoutHtml('All <p> elements, no <input type="submit"> element, and an <li>.').markdown).toBe(
      'All \\<p> elements, no \\<input type="submit"> element, and an \\<li>.',
    );
    expect(withoutHtml("one <br> two <hr> three <span class=x> four </span> five").markdown).not.toContain("\\<");
    expect(withoutHtml("<p>One<p>two</p> İ <hr> <div align=center>x").markdown).not.toContain("\\<");
  });

  it.each([
    "| a | b |\n| :-- | --: |\n| 1 | 2 |",
    "1. a\n\n   b\n\n2. c",
    "> q\n> r",
    "{A} and \\{B} and `{C}`",
    "$a_1$\n\n$$\nb\n$$",
    "~~x~~ **y *z***",
  ])("comes back from HTML as it was: %s", (markdown) => {
    const html = markdownToHtml(markdown, { option: (letter) => letter, image: () => null });
    expect(htmlToMarkdown(html)?.markdown).toBe(markdown);
  });
});
