import { afterEach, expect, it } from "vitest";
import type { Listener } from "./announce.ts";
import { eventStream } from "./event-stream.ts";

const silent = {
  since: null,
  subscribe: () => () => {},
  commentsSince: async () => [],
  mayPass: async () => true,
};
const opened: AbortController[] = [];

function open(id: string, { isGuest = true, network = null as string | null } = {}) {
  const connection = new AbortController();
  opened.push(connection);
  const { signal } = connection;
  return eventStream({ ...silent, id, isGuest, network, signal });
}

afterEach(() => {
  for (const connection of opened.splice(0)) connection.abort();
});

it("leaves a reader with many threads open connections to spare: over HTTP/1.1 a browser has six for all its tabs", () => {
  const streams = Array.from({ length: 10 }, () => open("ada"));
  const held = streams.filter((stream) => stream !== null).length;
  expect(held).toBeGreaterThan(0);
  expect(6 - held, "one to load a page, and one to save an answer").toBeGreaterThanOrEqual(2);
  expect(open("bob"), "another reader").not.toBeNull();
});

it("takes a reader's next thread when one was closed", () => {
  while (open("ada") !== null);
  opened[0]?.abort();
  expect(open("ada")).not.toBeNull();
});

it("leaves room for those with an account, however many guests somebody makes", () => {
  const held = Array.from({ length: 3_000 }, (_, i) => open(`guest-${i}`)).filter(Boolean).length;
  expect(held).toBe(1_000);
  expect(open("ada", { isGuest: false })).not.toBeNull();
});

it("gives one visitor's network a twentieth of all streams, and another's its own", () => {
  const network = "2001:db8:1:2::/64";
  const held = Array.from({ length: 500 }, (_, i) => open(`guest-${i}`, { network })).filter(Boolean).length;
  expect(held).toBe(100);
  expect(open("bob", { network: "2001:db8:1:3::/64" })).not.toBeNull();
});

it("tells what was missed: to a stream that takes the place of an earlier one, and when the news were away", async () => {
  let announce: Listener = () => {};
  const stream = eventStream({
    ...silent,
    id: "ada",
    isGuest: false,
    network: null,
    signal: new AbortController().signal,
    since: "2026-03-27T10:00:00.000Z",
    subscribe: (listener) => {
      announce = listener;
      return () => {};
    },
    commentsSince: async (since) => [{ questionId: "q", authorId: "bob", commentId: since.toISOString() }],
  });
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  let text = "";
  const readUntil = async (words: string) => {
    while (!text.includes(words)) text += new TextDecoder().decode((await reader.read()).value);
  };
  await readUntil('{"commentId":"2026-03-27T10:00:00.000Z"}');
  announce({ missedSince: new Date("2026-03-27T11:00:00Z") });
  await readUntil('{"commentId":"2026-03-27T11:00:00.000Z"}');
  await readUntil("id: 2");
  await reader.cancel();
});

it("takes for a mark what is one of ours, and goes on from now for a year that no database keeps", async () => {
  for (const since of ["-000001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "+275760-09-13T00:00:00Z", "2026", "\0"]) {
    const asked: Date[] = [];
    const commentsSince = async (from: Date) => {
      asked.push(from);
      return [];
    };
    const { signal } = new AbortController();
    const reader = { ...silent, id: since, isGuest: false, network: null, signal };
    const stream = eventStream({ ...reader, since, commentsSince }) as ReadableStream<Uint8Array>;
    const body = stream.getReader();
    await body.read();
    expect(new TextDecoder().decode((await body.read()).value)).toMatch(/^event: mark/);
    expect(asked, since).toEqual([]);
    await body.cancel();
  }
});
