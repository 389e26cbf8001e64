import { describe, expect, it, vi } from "vitest";
import { readJson } from "./read-json.ts";

const address = "http://localhost/";
const request = (body: string) => new Request(address, { method: "PUT", body });

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A request whose body is these bytes, then nothing more, and never ends; `isCancelled` says whether somebody still reads it. */
function unending(bytes: Uint8Array) {
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    cancel: () => {
      isCancelled = true;
    },
  });
  const request = new Request(address, { method: "PUT", body, duplex: "half" } as RequestInit);
  return { request, isCancelled: () => isCancelled };
}

describe("readJson", () => {
  it("reads what is within the limit", async () => {
    expect(await readJson(request('{"a":1}'), 7)).toEqual({ ok: true, value: { a: 1 } });
  });

  it("reads nothing beyond the limit, and nothing that is not JSON", async () => {
    expect(await readJson(request('{"a":1}'), 6)).toEqual({ ok: false, error: "too-large" });
    expect(await readJson(request("{"), 100)).toEqual({ ok: false, error: "no-json" });
    expect(await readJson(new Request(address), 100)).toEqual({ ok: false, error: "no-json" });
  });

  it("reads nothing of a body that says it is too large", async () => {
    const { request: endless, isCancelled } = unending(bytesOf("{"));
    const announced = new Request(endless, { headers: { "Content-Length": "101" } });
    expect(await readJson(announced, 100)).toEqual({ ok: false, error: "too-large" });
    expect(isCancelled()).toBe(false);
  });

  it("stops waiting for a body that does not come to an end, and reads no more of it", async () => {
    const { request: endless, isCancelled } = unending(bytesOf("{"));
    expect(await readJson(endless, 100, 20)).toEqual({ ok: false, error: "too-slow" });
    expect(isCancelled()).toBe(true);
  });

  it("lets 80 slow bodies of four million bytes hold no more than 32 MiB, and reads small ones all the while", async () => {
    const large = new Uint8Array(4_000_000);
    let refused = 0;
    for (let i = 0; i < 80; i++)
      void readJson(unending(large).request, 5_000_000, 30_000).then((read) => {
        if (!read.ok && read.error === "too-many") refused++;
      });
    expect(await readJson(request('{"a":1}'), 4_000_000)).toEqual({ ok: true, value: { a: 1 } });
    await vi.waitFor(() => expect(refused).toBe(72), 20_000);
  });
});
