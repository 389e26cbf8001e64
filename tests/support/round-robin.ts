import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A proxy that gives each request to the next of `instances`, and to the following one if that accepts no connections.
 * What breaks later is answered with 502: whether it was done is unknown.
 */
export async function startRoundRobin() {
  const instances: string[] = [];
  let turn = 0;
  const server = createServer((incoming, reply) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => pass(incoming, reply, Buffer.concat(chunks), instances.length));
  });
  function pass(incoming: IncomingMessage, reply: ServerResponse, body: Buffer, tries: number): void {
    const instance = instances[turn++ % instances.length] ?? "";
    const { method, url = "/", headers } = incoming;
    const outgoing = request(instance + url, { method, headers: { ...headers, connection: "close" } });
    outgoing.on("response", (response) => {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
      response.on("error", () => reply.destroy());
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED" && tries > 1) pass(incoming, reply, body, tries - 1);
      else if (reply.headersSent) reply.destroy();
      else reply.writeHead(502).end();
    });
    reply.on("close", () => outgoing.destroy());
    outgoing.end(body);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Instances by address; may grow while it runs. */
    instances,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
