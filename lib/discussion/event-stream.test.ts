import { afterEach, expect, it } from "vitest";
import { eventStream } from "./event-stream.ts";

const opened: AbortController[] = [];

function open(id: string, { isGuest = true, network = null as string | null } = {}) {
  const connection = new AbortController();
  opened.push(connection);
  const { signal } = connection;
  return eventStream({ id, isGuest, network, signal, subscribe: () => () => {}, mayPass: async () => true });
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
