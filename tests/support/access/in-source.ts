import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const methods = /export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;
const functions = /export (?:async )?(?:function|const) (\w+)/g;

/** Every page, route and server action in the source, with its name in the table of access. */
export function inSource(root = "."): readonly string[] {
  return sourcesIn(root).flatMap(namesIn(root));
}

/** Every source file that is not a test. */
export function sourcesIn(root = "."): readonly string[] {
  return ["app", "components", "lib"].flatMap((folder) => filesIn(join(root, folder)));
}

function namesIn(root: string): (file: string) => readonly string[] {
  return (file) => {
    const address = file
      .slice(join(root, "app").length)
      .replace(/\/[^/]+$/, "")
      .replace(/\/\([^/]+\)/g, "");
    if (/\/page\.tsx?$/.test(file)) return [`page ${address || "/"}`];
    const text = readFileSync(file, "utf8");
    if (/\/route\.tsx?$/.test(file)) return all(text, methods).map((method) => `${method} ${address}`);
    // An action within a component would have no name to list it by.
    if (/^\s+["']use server["']/m.test(text)) return [`an action inside a function of ${file}`];
    return /^["']use server["']/m.test(text) ? all(text, functions) : [];
  };
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name));
}
