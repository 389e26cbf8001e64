import { type AddressInfo, createServer, type Socket } from "node:net";

export interface SmtpServer {
  readonly url: string;
  /** The mails received, as they were sent, with soft line breaks removed. */
  readonly mails: { readonly to: string; readonly text: string }[];
  /** Refuses recipients, as a full server does. */
  readonly refuse: (refuses: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** A mail server on the loopback interface that implements as much of RFC 5321 as receiving mail needs. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: { to: string; text: string }[] = [];
  const sockets = new Set<Socket>();
  let isRefusing = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    let [buffer, to, isData] = ["", "", false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "RCPT") to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (verb === "RCPT" && isRefusing) return say("452 insufficient storage");
      if (verb === "DATA") {
        isData = true;
        return say("354 go on");
      }
      if (verb === "QUIT") return socket.end("221 bye\r\n");
      return say("250 ok");
    };
    say("220 test");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      buffer += chunk;
      for (;;) {
        const end = isData ? "\r\n.\r\n" : "\r\n";
        const at = buffer.indexOf(end);
        if (at < 0) return;
        const text = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        if (!isData) {
          command(text);
          continue;
        }
        const unstuffed = text.replace(/^\.\./gm, ".");
        mails.push({ to, text: unstuffed.replace(/=\r\n/g, "").replace(/=3D/g, "=") });
        isData = false;
        say("250 taken");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse: (refuses) => {
      isRefusing = refuses;
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
