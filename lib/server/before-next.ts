import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/**
 * Passes every request of this process to `look` before Next sees it; true means that it has been answered. The last
 * one registered is called first.
 */
export function beforeNext(look: (request: IncomingMessage, reply: ServerResponse) => boolean): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === "request" && look(args[0] as IncomingMessage, args[1] as ServerResponse)) return true;
    return Reflect.apply(emit, this, [event, ...args]);
  };
}
