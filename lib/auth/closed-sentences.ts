import type { SignUpRefusal } from "./read/registration.ts";

/** Why somebody cannot make an account, and what to do. */
export const closedSentences: Readonly<Record<SignUpRefusal, string>> = {
  closed: "This site takes no new accounts. Ask the people who run it.",
  "by-invitation": "You need an invitation to make an account here. Ask the people who run this site for a link.",
  "not-invited": "This invitation was used already, or it is older than a week. Ask for a new link.",
};
