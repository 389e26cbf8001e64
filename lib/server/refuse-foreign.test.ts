import { createServer, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { refuseForeign } from "./refuse-foreign.ts";

const { emit } = Server.prototype;
const seen: (string | undefined)[] = [];
const server = createServer((request, reply) => {
  seen.push(request.headers["x-forwarded-host"] as string | undefined);
  reply.end("handled");
});
const warn = vi.spyOn(console, "warn").mockImplementation(() => {});

afterEach(() => {
  seen.length = 0;
  Server.prototype.emit = emit;
  warn.mockClear();
  server.close();
});

async function ask(method: string, path: string, origin: string | null): Promise<{ status: number; text: string }> {
  const { port } = server.address() as AddressInfo;
  const headers = origin === null ? {} : { Origin: origin.replace("PORT", String(port)) };
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    outgoing.on("error", reject).end();
  });
}

describe("refuseForeign", () => {
  it("keeps a foreign change from every handler, in words, with one line in the log that holds no query", async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    expect((await ask("POST", "/x", null)).text).toBe("handled");
    refuseForeign(undefined);
    expect(await ask("POST", "/x", "http://127.0.0.1:PORT")).toEqual({ status: 200, text: "handled" });
    expect(await ask("GET", "/x", "null")).toEqual({ status: 200, text: "handled" });
    expect(warn).not.toHaveBeenCalled();

    const page = await ask("POST", "/x?token=secret", "file://");
    expect(page.status).toBe(403);
    expect(page.text).toContain("does not come from a page of this site");
    const api = await ask("PUT", "/api/x", null);
    expect(JSON.parse(api.text)).toMatchObject({ error: { code: "foreign-origin" } });
    expect(warn.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
      expect.objectContaining({ event: "change-refused", method: "POST", path: "/x", origin: "file://" }),
      expect.objectContaining({ event: "change-refused", method: "PUT", path: "/api/x", origin: "none" }),
    ]);
  });

  it("tells Next the host that an accepted change came from, and nothing of a page that is only read", async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    refuseForeign("https://exams.example.org");
    expect(await ask("POST", "/x", "https://exams.example.org")).toEqual({ status: 200, text: "handled" });
    expect(await ask("GET", "/x", "https://evil.example")).toEqual({ status: 200, text: "handled" });
    expect(seen).toEqual(["exams.example.org", undefined]);
  });
});
