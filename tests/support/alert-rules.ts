import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

const rules = readFileSync("deploy/prometheus-alerts.yaml", "utf8");
const documented = (parse(rules) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);

/**
 * Names of the alerts in deploy/prometheus-alerts.yaml that fire between two scrapes of one process, as Prometheus
 * would evaluate them without their `for`. Throws on an expression in a form that these rules do not use.
 */
export function firing(before: string, after: string): readonly string[] {
  return documented.filter(({ expr }) => fires(expr, before, after)).map(({ alert }) => alert);
}

const form = /^(increase\()?(\w+(?:\{[^}]*\})?)(?:\[5m\]\))? (==|>|<) ([\d.e]+)$/;

function fires(expr: string, before: string, after: string): boolean {
  const [, increase, selector, operator, limit] = form.exec(expr) ?? [];
  if (selector === undefined) throw new Error(`not understood: ${expr}`);
  const [old, values] = [select(before, selector), select(after, selector)];
  if (selector.startsWith("up{")) return false;
  if (values.size === 0 && old.size === 0) throw new Error(`no series for ${selector}`);
  return [...values].some(([series, value]) => {
    const first = old.get(series);
    if (increase !== undefined && first === undefined) return false;
    const number = increase === undefined ? value : value - (first as number);
    if (operator === "<") return number < Number(limit);
    return operator === "==" ? number === Number(limit) : number > Number(limit);
  });
}

/** Values by series. An absent series has none, as in Prometheus. */
function select(scrape: string, selector: string): Map<string, number> {
  const [name = "", labels = ""] = selector.replace("}", "").split("{");
  const lines = scrape.split("\n").filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  const matching = lines.filter((line) => line.includes(labels));
  return new Map(
    matching.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}
