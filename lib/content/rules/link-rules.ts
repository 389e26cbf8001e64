import type { Severity } from "../problem.ts";

/** What must hold for the addresses in a bank. These are checked over the network, by `npm run content -- links` alone. */
export const linkRules = {
  "link-broken": { severity: "error", description: "The page that a link leads to exists." },
  "link-soft-404": {
    severity: "warning",
    description: "A page that loads is the one that was meant, not the site's page for unknown addresses.",
  },
  "link-fragment": { severity: "warning", description: "The part after # names a place on the page." },
  "link-moved": { severity: "warning", description: "A link leads to where the page is, not to where it was." },
  "link-unchecked": {
    severity: "warning",
    description: "The server lets a program see whether the page exists; otherwise a person has to look.",
  },
} satisfies Readonly<Record<string, { readonly severity: Severity; readonly description: string }>>;

export type LinkRuleId = keyof typeof linkRules;
