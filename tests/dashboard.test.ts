import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const made = readdirSync("lib/metrics")
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(`lib/metrics/${name}`, "utf8"))
  .join("\n");
const documented = readFileSync("docs/metrics.md", "utf8");

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(readFileSync("deploy/grafana-dashboard.json", "utf8")) as { panels: readonly Panel[] };

it.each([
  ...panels.map(({ title, targets }) => [title, targets.map(({ expr }) => expr).join("\n")] as const),
  ["the alerts", readFileSync("deploy/prometheus-alerts.yaml", "utf8")] as const,
])("asks for metrics that the app has and docs/metrics.md explains: %s", (_, text) => {
  const names = (text.match(/\bmockdown_\w+/g) ?? []).map((name) => name.replace(/_(?:bucket|count|sum)$/, ""));
  expect(names.length + (text.match(/\b(?:nodejs|process)_\w+/g) ?? []).length).toBeGreaterThan(0);
  for (const name of names) {
    expect(made).toContain(`"${name}"`);
    expect(documented).toContain(name);
  }
});
