import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

const identity = ["-c", "user.name=Author", "-c", "user.email=author@example.org"];

/** A bare repository in `folder`, and a function that commits files to its branch main. */
export function makeRepository(folder: string) {
  const [bare, work] = [join(folder, "bank.git"), join(folder, "work")];
  const git = (...args: readonly string[]) => execFileSync("git", args as string[], { encoding: "utf8" });
  git("init", "--quiet", "--bare", "--initial-branch=main", bare);
  git("init", "--quiet", "--initial-branch=main", work);
  git("-C", work, "remote", "add", "origin", bare);
  return {
    bare,
    /** Returns the commit. */
    commit(files: Readonly<Record<string, string>>): string {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(work, path)), { recursive: true });
        writeFileSync(join(work, path), text);
      }
      git("-C", work, "add", "--all");
      git("-C", work, ...identity, "commit", "--quiet", "--message=A change");
      git("-C", work, "push", "--quiet", "origin", "HEAD:main");
      return git("-C", work, "rev-parse", "HEAD").trim();
    },
  };
}

/** Serves the repositories in `root` over HTTP on the loopback interface, with Git's own program. */
export async function serveGit(root: string) {
  const program = join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");
  const server = createServer((request, reply) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const env = {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
    };
    const child = spawn(program, { env });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", () => {
      const whole = Buffer.concat(chunks);
      const end = whole.indexOf("\r\n\r\n");
      const headers = whole
        .subarray(0, end)
        .toString()
        .split("\r\n")
        .map((line) => line.split(/: (.*)/s));
      const status = headers.find(([name]) => name === "Status")?.[1] ?? "200";
      for (const [name = "", value = ""] of headers) if (name !== "Status") reply.setHeader(name, value);
      reply.writeHead(Number.parseInt(status, 10)).end(whole.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
