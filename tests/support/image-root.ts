import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { chown, cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

export interface Image {
  readonly entrypoint: readonly string[];
  readonly health: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** Where data outlives a container. */
  readonly volume: string;
  readonly user: string;
}

/** The user `node` of the base image. */
const uid = 1000;

/**
 * Builds in `root` what the last stage of the Dockerfile builds, from a release instead of its build stage. Instead of
 * the base image, there are only Node and the libraries that it and the native drivers link to: what runs here needs
 * nothing else from Debian. Refuses an instruction that it does not know.
 */
export async function makeImageRoot(root: string, release: string): Promise<Image> {
  await addNode(root, release);
  const image = { entrypoint: [] as string[], health: [] as string[], environment: {} as Record<string, string> };
  const place = { workingFolder: "/", volume: "", user: "root" };
  for (const { name, rest } of lastStage()) {
    const list = () => JSON.parse(rest.slice(rest.indexOf("["))) as string[];
    if (name === "COPY") await copyFromBuild(root, release, rest);
    else if (name === "WORKDIR") place.workingFolder = rest;
    else if (name === "ENV") image.environment[rest.split("=")[0] ?? ""] = rest.split("=")[1] ?? "";
    else if (name === "USER") place.user = rest;
    else if (name === "VOLUME") place.volume = list()[0] ?? "";
    else if (name === "HEALTHCHECK") image.health = list();
    else if (name === "ENTRYPOINT") image.entrypoint = list();
    else if (!["FROM", "EXPOSE", "STOPSIGNAL"].includes(name)) throw new Error(`the Dockerfile has an unknown ${name}`);
  }
  await mkdir(join(root, place.workingFolder), { recursive: true });
  return { ...image, ...place };
}

function lastStage(): readonly { readonly name: string; readonly rest: string }[] {
  const lines = readFileSync("Dockerfile", "utf8").split("\n");
  const stage = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  return stage
    .filter((line) => line !== "")
    .map((line) => ({ name: line.split(" ")[0] ?? "", rest: line.replace(/^\S+ /, "") }));
}

async function copyFromBuild(root: string, release: string, rest: string): Promise<void> {
  const [from = "", to = ""] = rest.split(" ").filter((word) => !word.startsWith("--"));
  const target = join(root, to);
  await mkdir(dirname(target), { recursive: true });
  if (from === "/src/release") await cp(release, target, { recursive: true, verbatimSymlinks: true });
  else if (from === "/empty") await mkdir(target, { mode: 0o700 });
  else throw new Error(`the build stage has no ${from}`);
  if (rest.includes("--chown=node:node")) await chown(target, uid, uid);
}

async function addNode(root: string, release: string): Promise<void> {
  for (const folder of ["usr/local/bin", "etc", "tmp", "proc", "dev"])
    await mkdir(join(root, folder), { recursive: true });
  await cp(process.execPath, join(root, "usr/local/bin/node"));
  await writeFile(join(root, "etc/passwd"), `node:x:${uid}:${uid}::/home/node:/bin/false\n`);
  const natives = (await readdir(release, { recursive: true })).filter((name) => name.endsWith(".node"));
  const linked = new Set<string>();
  for (const file of [process.execPath, ...natives.map((name) => join(release, name))]) {
    const { stdout } = await execute("ldd", [file]);
    for (const [path] of stdout.matchAll(/\/\S+/g))
      if (path.startsWith("/lib") || path.startsWith("/usr")) linked.add(path);
  }
  for (const library of linked) await cp(library, join(root, library), { dereference: true });
}

/**
 * Arguments that run the image's program as process 1, with its own network, and nothing writable except the volume and
 * /tmp.
 */
export function containerWords(root: string, image: Image, data: string): readonly string[] {
  const script = `
    mount --bind "$0" "$0" && mount --bind "$1" "$0$2" && mount -t tmpfs tmpfs "$0/tmp" && mount -t proc proc "$0/proc" &&
    mount --rbind /dev "$0/dev" && mount -o remount,ro,bind "$0" && ip link set lo up && root="$0" && folder="$3" && shift 3 &&
    exec setpriv --no-new-privs env -i ${settings(image)} \\
      unshare --root="$root" --wd="$folder" --setgid=${uid} --setuid=${uid} -- "$@"`;
  const isolation = ["--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child"];
  return [
    "unshare",
    ...isolation,
    "--",
    "sh",
    "-c",
    script,
    root,
    data,
    image.volume,
    image.workingFolder,
    ...image.entrypoint,
  ];
}

/** The process on this machine that is process 1 of the container run by `unshare`. */
export function processOne(unshare: number): number {
  return Number(readFileSync(`/proc/${unshare}/task/${unshare}/children`, "utf8").trim());
}

/** Arguments that run a program beside process 1 of the container, as `docker exec` does. */
export function insideWords(pid: number, image: Image, args: readonly string[]): readonly string[] {
  const user = [`--setuid=${uid}`, `--setgid=${uid}`];
  const place = ["--mount", "--net", "--pid", "--ipc", "--uts", "--root", `--wdns=${image.workingFolder}`];
  return ["nsenter", `--target=${pid}`, ...place, ...user, "--", ...args];
}

function settings({ environment }: Image): string {
  const all = { PATH: "/usr/local/bin:/usr/bin:/bin", ...environment };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}
