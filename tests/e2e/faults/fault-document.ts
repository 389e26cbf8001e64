/** The state of a fault in one project's run: "survived", "–" if the fault does not exist there, "not run". */
export type Row = Readonly<Record<"sqlite" | "postgresql", string>>;
export type Rows = ReadonlyMap<string, Row>;
export type Figures = ReadonlyMap<string, string>;

export interface FaultDocument {
  readonly faults: Rows;
  readonly figures: Figures;
  /** Only in the long run. */
  readonly longFaults: Rows;
  readonly longFigures: Figures;
}

const intro = `# Faults

Each fault is caused in the built app, used in a real browser. Afterwards the database and the result are compared with what the
learner chose and saw saved: nothing is lost, nothing is there twice, and no answer belongs to the wrong question. \`npm test\` runs
the faults of the first table and writes it; \`npm run test:long\` runs their long forms and the faults of the second table.
`;

const titles = ["## Figures of a short run", "## Faults of the long run alone", "## Figures of the long run"] as const;

export function formatFaults({ faults, figures, longFaults, longFigures }: FaultDocument): string {
  const parts = [
    intro,
    `${faults.size + longFaults.size} faults, ${longFaults.size} of them in the long run alone.\n`,
    tableOf("fault | SQLite | PostgreSQL", rowsOf(faults)),
    ...section(titles[0], tableOf("fault | figure", [...figures])),
    ...section(titles[1], tableOf("fault | SQLite | PostgreSQL", rowsOf(longFaults))),
    ...section(titles[2], tableOf("fault | figure", [...longFigures])),
  ];
  return parts.join("\n");
}

function section(title: string, table: string): readonly string[] {
  return [`${title}\n`, table];
}

function rowsOf(rows: Rows): readonly (readonly string[])[] {
  return [...rows].map(([title, row]) => [title, row.sqlite, row.postgresql]);
}

function tableOf(head: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `| ${row.join(" | ")} |`).sort();
  const rule = head.replaceAll(/[^|]+/g, " --- ").trim();
  return [`| ${head} |`, `| ${rule} |`, ...lines, ""].join("\n");
}

/** Reads what `formatFaults` wrote; missing parts are empty. */
export function parseFaults(text: string): FaultDocument {
  const ends = [...titles.map((title) => text.indexOf(`${title}\n`)), text.length];
  const part = (i: number) => {
    const start = i === 0 ? 0 : (ends[i - 1] as number);
    if (start < 0) return [];
    const end = ends.slice(i).find((at) => at >= 0) as number;
    const lines = text.slice(start, end).split("\n");
    return lines.filter((line) => /^\| (?!fault |--- )/.test(line)).map((line) => line.slice(2, -2).split(" | "));
  };
  const rows = (i: number) =>
    new Map(part(i).map(([title = "", sqlite = "", postgresql = ""]) => [title, { sqlite, postgresql }]));
  const figures = (i: number) => new Map(part(i).map(([title = "", ...value]) => [title, value.join(" | ")]));
  return { faults: rows(0), figures: figures(1), longFaults: rows(2), longFigures: figures(3) };
}
