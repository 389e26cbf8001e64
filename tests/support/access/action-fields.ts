import type { ActionName } from "./sent.ts";

const toConfirm = ["token", "password"];
const comment = ["exam", "question", "requestId", "parent", "markdown", "option", "intent"];
const edit = ["text", "stem", "explanation", "references", "option-0", "option-new", "note-0", "pair-0-0", "pair-0-1"];
const suggestion = [
  ...["exam", "question", "base", "correct", "removed", "comment", "intent", "field-front-domain", "field-no such"],
  ...edit.map((name) => `field-${name}`),
];

/** Every field that each action may be sent. An odd text in any of them must not cause an error: every-field.test.ts. */
export const actionFields: Readonly<Record<ActionName, readonly string[]>> = {
  signUp: ["name", "email", "password", "returnTo", "invitation"],
  confirmSignUpAction: toConfirm,
  requestResetAction: ["email"],
  resetPasswordAction: ["token", "next"],
  confirmAddressAction: ["token"],
  changeAddressAction: ["email", "current"],
  signIn: ["email", "password", "returnTo"],
  signInCode: ["code", "returnTo"],
  beginFactorAction: ["current"],
  confirmFactorAction: ["code"],
  endFactorAction: ["current"],
  beginPasskeySignIn: [],
  signInByPasskey: ["credential", "returnTo"],
  beginPasskeyAction: ["name", "current"],
  addPasskeyAction: ["name", "credential"],
  removePasskeyAction: ["passkey", "current"],
  signOut: [],
  becomeAdministrator: ["token"],
  renameAction: ["name"],
  changePasswordAction: ["current", "next"],
  endSessionsAction: ["session", "current"],
  deleteAccountAction: ["current", "comments"],
  deleteGuestAction: [],
  startAttemptAction: [
    ...["exam", "mode", "seed", "question", "domains", "tags", "reasons", "levels", "count", "order", "reveal"],
    ...["minutes", "timeFactor", "plan", "missedOf", "again", "length"],
  ],
  itemAction: [
    ...["attempt", "position", "intent", "go-to", "option", "place:q0-one", "pair:q0-one", "value", "confidence"],
    "note",
  ],
  answerQuestionAction: ["exam", "question", "kind", "option", "place:q7-one", "pair:q7-one", "value", "intent"],
  submitAttemptAction: ["attempt"],
  discardAttemptAction: ["attempt", "from"],
  closeSectionAction: ["attempt", "section"],
  "commentAction post": comment,
  "commentAction post unanswered": comment,
  "commentAction edit": ["edited", "markdown", "option"],
  "commentAction preview": ["intent", "markdown"],
  "threadAction vote": ["act"],
  "threadAction delete": ["act"],
  "threadAction undelete": ["act"],
  "threadAction mute": ["act"],
  reportAction: ["comment", "reason", "detail"],
  suggestAction: suggestion,
  "suggestAction unanswered": suggestion,
  decideSuggestionAction: ["suggestion", "act", "answer"],
  moderateAction: ["comment", "act", "reason", "days"],
  undoActAction: ["id"],
  giveRoleAction: ["email", "role", "reason"],
  inviteAction: ["note"],
  withdrawInvitationAction: ["invitation"],
  markAllReadAction: [],
  digestAction: ["digest"],
  savePlanAction: ["exam", "examDate", "weekdays", "minutesPerDay", "retention", "keepForm"],
  deletePlanAction: ["exam"],
  newCalendarAction: [],
  reportOutcomeAction: ["exam", "outcome", "score"],
  deleteOutcomeAction: ["exam", "date"],
  sortThreadAction: ["sort", "path", "stay"],
  saveSettingsAction: ["theme", "text", "zone", "language", "exams"],
};

const answers = "the JSON of answers: lib/attempts/schema.test.ts and attempt-sync.test.ts";
/** Fields that no action is sent, and the code that reads them. */
export const otherFields: Readonly<Record<string, string>> = {
  q: "searches of questions and of notes",
  show: "the page of notes",
  domain: "the filter of /authoring, see lib/authoring/filter-items.ts",
  sort: "lib/discussion/schema.ts",
  after: "lib/discussion/schema.ts",
  unsent: "lib/auth/unsent-form.ts: nothing but whether it is there",
  new: "nobody: the button for one more option",
  settle: "lib/authoring/verdict-form.ts",
  verdict: "lib/authoring/verdict-form.ts",
  options: "as `option`",
  texts: "as `field-…`",
  ...Object.fromEntries(
    ["clientId", "entries", "single", "multiple", "ordering", "matching", "numeric", "cloze", "flag", "time"].map(
      (name) => [name, answers],
    ),
  ),
};
