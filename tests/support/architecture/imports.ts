import { readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The source files below a folder, without tests and generated code. */
export function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" || entry.name === "migrations" ? [] : listSources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

/** What the text of a file imports, by a statement or dynamically. */
export function importsOf(text: string): { readonly specifier: string; readonly typeOnly: boolean }[] {
  const statements = text.matchAll(/(?:import|export)\s+(type\s)?[^"';]*?from\s*"([^"]+)"|import\s*\(?\s*"([^"]+)"/g);
  return [...statements].map((match) => ({ specifier: match[2] ?? match[3] ?? "", typeOnly: match[1] !== undefined }));
}

/** The file of this repository that a specifier names, or null for a package. */
export function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  // The server's version reads the request; the browser's version is among the components.
  if (specifier === "#words") return "components/give-words.tsx";
  const mapped = /^#(lib|components|prisma)\/(.*)$/.exec(specifier);
  if (mapped === null) return null;
  return `${mapped[1]}/${mapped[2]}${mapped[1] === "lib" ? ".ts" : mapped[1] === "components" ? ".tsx" : ""}`;
}
