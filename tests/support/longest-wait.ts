import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

export interface Waits {
  /** In milliseconds. */
  readonly longest: number;
  /** Requests that were answered meanwhile. */
  readonly answered: number;
}

/** Requests `url` repeatedly until `work` has ended. */
export async function waitsDuring(url: string, work: Promise<unknown>): Promise<Waits> {
  let isOver = false;
  let longest = 0;
  let answered = 0;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const begun = performance.now();
    const { status } = await fetch(url);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    longest = Math.max(longest, performance.now() - begun);
    answered++;
    await sleep(10);
  }
  await over;
  return { longest, answered };
}

/** A server in this process that answers at once, unless something else keeps the process busy. */
export async function quickServer(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
