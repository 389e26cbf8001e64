import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomFrom } from "#lib/exam/random";
import { grammars } from "#lib/markdown/highlight-code";
import { fragmentsOf, hostileCode } from "../../../tests/support/grammar-fuzz.ts";
import { hostileFormulas, hostileMarkdown } from "../../../tests/support/hostile-markdown.ts";
import { quickServer, type Waits, waitsDuring } from "../../../tests/support/longest-wait.ts";
import { isLong } from "../../../tests/support/run-length.ts";
import { renderInThread } from "./render-in-thread.ts";

/** Blocks of code of each language that are tried. */
const tries = isLong ? 100 : 2;
/** Of the texts that are tried, in kilobytes. The longest is refused before it is rendered. */
const sizes = isLong ? [4, 16, 64] : [16];

/** This C# keeps its grammar busy for more than a minute. */
const endless = `\`\`\`csharp\n${".for ".repeat(24)}\n\`\`\``;

let server: Awaited<ReturnType<typeof quickServer>>;
beforeAll(async () => {
  server = await quickServer();
  // Starts the thread, and whatever a first request starts.
  await waitsDuring(server.url, renderInThread("a", null));
});
afterAll(() => server.close());

async function renderAll(texts: Iterable<string>): Promise<void> {
  for (const text of texts) {
    const rendered = await renderInThread(text, null);
    if (!rendered.ok) expect(rendered.refusal.reason).toMatch(/^(?:busy|too-(?:long|deep|tangled))$/);
  }
}

describe("renderInThread", () => {
  it("renders as an author's text is rendered", async () => {
    expect(await renderInThread("a **b** $x$\n\n```python\nif x: pass\n```", null)).toMatchObject({
      ok: true,
      html: expect.stringMatching(/^<p>a <strong>b<\/strong> <math>.*<span class="code-keyword">if<\/span>/),
    });
  });

  it("shows code that its grammar would never finish without colours, and renders the next", async () => {
    const rendered = await renderInThread(`**a**\n\n${endless}`, null);
    expect(rendered).toMatchObject({ ok: true, html: expect.stringContaining("<strong>a</strong>") });
    expect(rendered).toMatchObject({ html: expect.stringContaining(".for .for .for") });
    expect(await renderInThread("```csharp\nreturn 1;\n```", null)).toMatchObject({ ok: true, text: "return 1;" });
  });

  it("answers other requests while it waits for such code", async () => {
    const { answered } = await waitsDuring(server.url, renderInThread(endless, null));
    expect(answered).toBeGreaterThan(3);
  });

  it("refuses what is longer than any form takes before it does anything", async () => {
    expect(await renderInThread("a".repeat(20_001), null)).toEqual({
      ok: false,
      refusal: { reason: "too-long", line: 1 },
    });
  });

  it("refuses texts while too many wait, and renders those that wait", async () => {
    const all = await Promise.all(Array.from({ length: 400 }, (_, i) => renderInThread(`text ${i}`, null)));
    const refused = all.filter((each) => !each.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((each) => !each.ok && each.refusal.reason === "busy")).toBe(true);
    expect(all[20]).toMatchObject({ ok: true, html: "<p>text 20</p>" });
  });

  it.each(sizes)(
    `holds up no other request, whatever is written in %i kB of any of ${grammars.length} languages`,
    async (kilobytes) => {
      const waits: [Waits, string][] = [];
      for (const grammar of grammars.map((registration) => registration.at(-1))) {
        if (grammar === undefined) throw new Error("an empty grammar");
        const fragments = fragmentsOf(grammar);
        const random = randomFrom(grammar.name);
        const texts = Array.from({ length: tries }, () => {
          const block = () => `\`\`\`${grammar.name}\n${hostileCode(fragments, random, 500 * kilobytes)}\n\`\`\`\n`;
          return block() + block();
        });
        waits.push([await waitsDuring(server.url, renderAll(texts)), grammar.name]);
      }
      tell(`code, ${tries} texts of ${kilobytes} kB a language`, waits);
    },
    isLong ? 3_600_000 : 120_000,
  );

  it.each(sizes)("holds up no other request with hostile Markdown and formulas of %i kB", async (kilobytes) => {
    const texts = { ...hostileMarkdown(kilobytes * 1_000), ...hostileFormulas(kilobytes * 1_000) };
    const waits: [Waits, string][] = [];
    for (const [name, text] of Object.entries(texts))
      waits.push([await waitsDuring(server.url, renderAll([text])), name]);
    tell(`Markdown and formulas of ${kilobytes} kB`, waits);
  });
});

/** Prints the figure; a busy machine may make anything wait, so no test depends on it. */
function tell(what: string, waits: readonly [Waits, string][]): void {
  const [{ longest }, name] = waits.reduce((a, b) => (b[0].longest > a[0].longest ? b : a));
  const requests = waits.reduce((sum, [{ answered }]) => sum + answered, 0);
  const figure = `${longest.toFixed(0)} ms of ${requests} (${name}; goal 100)`;
  process.stdout.write(`longest wait of another request, ${what}: ${figure}\n`);
}
