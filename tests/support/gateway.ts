import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * Stands between client and PostgreSQL server and passes everything on, until it is told to drop connections silently
 * or to go away.
 */
export async function openGateway(address: string) {
  const target = new URL(address);
  const talking = new Set<Socket>();
  const all = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      talking.add(socket);
      all.add(socket);
      socket.on("data", (chunk) => talking.has(socket) && other.write(chunk));
      socket.on("error", () => {});
      socket.on("close", () => talking.has(socket) && other.destroy());
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const here = new URL(address);
  here.host = `127.0.0.1:${port}`;
  const close = () => {
    for (const socket of all) socket.destroy();
    all.clear();
    server.close();
  };
  return {
    url: here.toString(),
    /** Existing connections stay open but pass nothing on any more. New ones work. */
    forget: () => talking.clear(),
    /** Every connection ends, and none is accepted until `comeBack`. */
    goAway: close,
    comeBack: () => listen(port),
    close,
  };
}
