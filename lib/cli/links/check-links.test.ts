import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  gone,
  guarded,
  type LinkServer,
  living,
  softly,
  startLinkServer,
  toFront,
} from "../../../tests/support/link-server.ts";
import { checkLinks } from "./check-links.ts";

const servers: LinkServer[] = [];
const started = async (...given: Parameters<typeof startLinkServer>) => {
  const server = await startLinkServer(...given);
  servers.push(server);
  return server;
};
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function rulesOf(urls: readonly string[], pauseMs = 0): Promise<ReadonlyMap<string, string>> {
  const found = urls.map((url) => ({ file: "x/q.md", place: { line: 1, column: 1 }, url }));
  const { problems } = await checkLinks(found, { pauseMs });
  const named = urls.map((url) => [url, problems.find(({ message }) => message.includes(url))?.rule ?? ""] as const);
  const fragments = problems.filter(({ rule }) => rule === "link-fragment").length;
  return new Map([...named, ["fragments", String(fragments)]]);
}

describe("the addresses of a bank", () => {
  let server: LinkServer;
  beforeAll(async () => {
    server = await started();
  });

  it("that are there give at most one false alarm in a hundred", async () => {
    const urls = Object.keys(living).flatMap((name) =>
      Array.from(
        { length: name.startsWith("long") ? 1 : 10 },
        (_, copy) => `${server.origin}/${name.replace(/(?=#|$)/, `/${copy}`)}`,
      ),
    );
    const rules = await rulesOf(urls);
    const alarms = urls.filter((url) => rules.get(url) !== "").length + Number(rules.get("fragments"));
    expect(urls.length).toBeGreaterThanOrEqual(190);
    expect(alarms).toBeLessThanOrEqual(urls.length / 100);
  });

  it.each(Object.entries(gone))("that are no longer there are reported (%s)", async (name, [rule]) => {
    const url = `${server.origin}/${name}`;
    const { problems } = await checkLinks([{ file: "x/q.md", place: { line: 1, column: 1 }, url }], { pauseMs: 0 });
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  it.each(Object.keys(guarded))("that turn programs away are not called broken (%s)", async (name) => {
    const url = `${server.origin}/${name}`;
    expect((await rulesOf([url])).get(url)).toBe("link-unchecked");
  });

  it.each([
    ["a page of its own", softly],
    ["its front page", toFront],
  ])("that a site answers with %s, as all that it does not know, are reported", async (_, unknown) => {
    const url = `${(await started(unknown)).origin}/deep/page`;
    expect((await rulesOf([url])).get(url)).toBe("link-soft-404");
  });

  it("on a server that takes no connections are broken", async () => {
    const closed = await startLinkServer();
    await closed.close();
    expect((await rulesOf([`${closed.origin}/x`])).get(`${closed.origin}/x`)).toBe("link-broken");
  });

  it("are not broken where none at all is found, as on a machine without a network", async () => {
    const nowhere = ["http://one.invalid/x", "http://two.invalid/y"];
    expect([...(await rulesOf(nowhere)).values()].slice(0, 2)).toEqual(["link-unchecked", "link-unchecked"]);
    const { origin } = await started();
    expect((await rulesOf([`${origin}/paper.pdf`, ...nowhere])).get(nowhere[0] as string)).toBe("link-broken");
  });

  it("are asked for one after another at each host, with the pause between, and each page once", async () => {
    const { origin, arrivals } = await started();
    const pauseMs = 40;
    await rulesOf(
      [1, 2, 3].flatMap((copy) => [`${origin}/paper.pdf/${copy}`, `${origin}/paper.pdf/${copy}#page=2`]),
      pauseMs,
    );
    expect(arrivals).toHaveLength(3);
    // A timer may be a millisecond early.
    for (const [index, at] of arrivals.entries())
      if (index > 0) expect(at - (arrivals[index - 1] ?? 0)).toBeGreaterThanOrEqual(pauseMs - 2);
  });
});
