import { type Access, type Actor, accessTable, actors } from "./access-table.ts";

const headings: Readonly<Record<Actor, string>> = {
  stranger: "stranger",
  guest: "guest",
  owner: "its owner",
  other: "another account",
  author: "author",
  moderator: "moderator",
  administrator: "administrator",
  suspended: "suspended moderator",
};

/** The table of access as Markdown: the content of `docs/access.md`. */
export function accessDocument(): string {
  const rows = Object.entries<Access>(accessTable);
  const isRoute = (name: string) => /^[A-Z]+ /.test(name);
  const part = (title: string, wanted: (name: string) => boolean) =>
    `## ${title}\n\n${table(rows.filter(([name]) => wanted(name)))}\n`;
  return [
    "# Who may do what\n",
    "Made from `lib/access/access-table.ts` by `npm run content -- docs`. `tests/integration/access.test.ts` tries every line with everyone",
    "in it on both databases, and fails if the source has a page, a route or a server action that is not listed.\n",
    "*Its owner* is the person that a page or an action belongs to. Everyone else in the table has another account; a guest has only a cookie, and a",
    "stranger nothing. The author, moderator and administrator are not the owner either.\n",
    part("Pages", (name) => name.startsWith("page ")),
    part("Routes", isRoute),
    part("Server actions", (name) => !name.startsWith("page ") && !isRoute(name)),
  ].join("\n");
}

function table(rows: readonly (readonly [string, Access])[]): string {
  const head = ["", ...actors.map((actor) => headings[actor]), "condition or limit"];
  const lines = rows.map(([name, { may, if: condition = "" }]) => [
    `\`${name.replace(/^page /, "")}\``,
    ...actors.map((actor) => (may.includes(actor) ? "yes" : "")),
    condition,
  ]);
  const write = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [write(head), write(head.map(() => "---")), ...lines.map(write)].join("\n");
}
