/**
 * Who sends a request, in relation to something that belongs to `owner`: a stranger, a guest, two learners with an
 * account, an account with each role, and a suspended moderator.
 */
export const actors = [
  "stranger",
  "guest",
  "owner",
  "other",
  "author",
  "moderator",
  "administrator",
  "suspended",
] as const;
export type Actor = (typeof actors)[number];

const everybody: readonly Actor[] = actors;
const learners = everybody.filter((actor) => actor !== "stranger");
const accounts = learners.filter((actor) => actor !== "guest");
const owner: readonly Actor[] = ["owner"];
const nobody: readonly Actor[] = [];
const moderators: readonly Actor[] = ["moderator", "administrator"];
const writers = accounts.filter((actor) => actor !== "suspended");
const otherWriters = writers.filter((actor) => actor !== "owner");

export interface Access {
  readonly may: readonly Actor[];
  /** A further condition, or whose thing it is. */
  readonly if?: string;
}

const answered = "has answered the question and is in no exam with it";

/**
 * Who may request each page, call each route and run each server action. A page is "page" and its path, a route its
 * method and path, an action its name, with a second word if one action does several things. A test goes through all of
 * it with every actor on both databases, and fails if something in `app` or `lib` is not listed here.
 */
export const accessTable = {
  "page /": { may: everybody },
  "page /account": { may: learners, if: "sees only their own" },
  "page /attempts/[id]": { may: owner },
  "page /attempts/[id]/[n]": { may: owner },
  "page /attempts/[id]/result": { may: owner },
  "page /attempts/[id]/review": { may: owner },
  "page /authoring": { may: ["author", ...moderators] },
  "page /authoring/suggestions": { may: ["author", ...moderators], if: "no questions of an exam they are taking" },
  "page /confirm-address": { may: everybody, if: "the link is used by an action" },
  "page /exams/[exam]": { may: everybody },
  "page /exams/[exam]/mock": { may: everybody },
  "page /exams/[exam]/questions/[question]": { may: everybody, if: "sees the public part; the rest after an answer" },
  "page /exams/[exam]/questions/[question]/comments/[comment]": { may: learners, if: answered },
  "page /exams/[exam]/questions/[question]/comments/[comment] unanswered": { may: owner },
  "page /exams/[exam]/questions/[question]/revisions/[number]": { may: learners, if: answered },
  "page /exams/[exam]/questions/[question]/revisions/[number] unanswered": { may: owner },
  "page /exams/[exam]/questions/[question]/suggest": { may: accounts, if: answered },
  "page /exams/[exam]/questions/[question]/suggest unanswered": { may: owner },
  "page /first-administrator": { may: everybody, if: "the link is redeemed by an action" },
  "page /help": { may: everybody },
  "page /invitations": { may: ["administrator"] },
  "page /moderation": { may: moderators },
  "page /moderation/comments/[id]": { may: moderators },
  "page /notes": { may: everybody, if: "sees only their own" },
  "page /notifications": { may: accounts, if: "sees only their own" },
  "page /plan": { may: everybody, if: "sees only their own" },
  "page /preview/[exam]/[question]": {
    may: ["author", ...moderators],
    if: "not during an exam with it; everyone in development",
  },
  "page /progress": { may: everybody, if: "sees only their own" },
  "page /reset-password": { may: everybody, if: "if mail is set up" },
  "page /review": { may: everybody, if: "sees only their own" },
  "page /roles": { may: ["administrator"] },
  "page /search": { may: everybody, if: "finds the public part; the rest after an answer" },
  "page /settings": { may: everybody },
  "page /sign-in": { may: everybody },
  "page /styleguide": { may: nobody, if: "only in development, then everyone" },
  "page /sign-in/code": { may: everybody },
  "page /sign-up": { may: everybody },
  "page /sign-up/confirm": { may: everybody, if: "if mail is set up" },

  "GET /account/data": { may: learners, if: "gets only their own" },
  "GET /api/attempts/[id]/answers": { may: owner },
  "PUT /api/attempts/[id]/answers": { may: owner },
  "GET /api/attempts/[id]/items": { may: owner },
  "PUT /api/attempts/[id]/items/[n]/check": { may: owner },
  "GET /api/auth/callback/oidc": { may: everybody, if: "with the reply of the provider of OIDC_ISSUER" },
  "GET /api/discussions/[question]/events": { may: learners, if: answered },
  "GET /api/discussions/[question]/events unanswered": { may: owner },
  "GET /api/health": { may: everybody },
  "GET /api/health/live": { may: everybody },
  "GET /api/health/ready": { may: everybody },
  "GET /authoring/suggestions/[id]/patch": {
    may: ["author", ...moderators],
    if: "once accepted, and not during an exam with it",
  },
  "GET /exams/[exam]/feed.xml": { may: everybody },
  "GET /exams/[exam]/pool": { may: everybody, if: "gets only their own" },
  "GET /media/[hash]": { may: everybody },
  "GET /metrics": { may: nobody, if: "only with METRICS_TOKEN" },
  "GET /notes/export": { may: everybody, if: "gets only their own" },
  "GET /notifications/[id]": { may: owner },
  "GET /sign-in/oidc": { may: everybody, if: "if OIDC_ISSUER is set" },
  "GET /preview/[exam]/[question]/changes": { may: nobody, if: "only in development, then everyone" },
  "GET /plan/calendar/[token]": { may: everybody, if: "with the address, which only its owner sees" },

  signUp: { may: everybody, if: "if REGISTRATION allows it" },
  confirmSignUpAction: { may: everybody, if: "with the mailed link and the password" },
  requestResetAction: { may: everybody },
  resetPasswordAction: { may: everybody, if: "with the mailed link" },
  confirmAddressAction: { may: owner, if: "with the mailed link" },
  changeAddressAction: { may: accounts, if: "their own, with the password" },
  signIn: { may: everybody, if: "with the password" },
  signInCode: { may: everybody, if: "with the password and a code" },
  beginFactorAction: { may: accounts, if: "their own, with the password" },
  confirmFactorAction: { may: accounts, if: "their own, with a code" },
  endFactorAction: { may: accounts, if: "their own, with the password" },
  beginPasskeySignIn: { may: everybody },
  signInByPasskey: { may: everybody, if: "with a passkey" },
  beginPasskeyAction: { may: accounts, if: "their own, with the password" },
  addPasskeyAction: { may: accounts, if: "their own, after the password" },
  removePasskeyAction: { may: owner, if: "with the password" },
  signOut: { may: accounts },
  becomeAdministrator: { may: accounts, if: "with the link, while there is no administrator" },
  renameAction: { may: accounts, if: "their own name" },
  changePasswordAction: { may: accounts, if: "their own, with the current one" },
  endSessionsAction: { may: owner, if: "with the password" },
  deleteAccountAction: { may: accounts, if: "their own, with the password" },
  deleteGuestAction: { may: ["guest"], if: "their own" },
  startAttemptAction: { may: everybody, if: "unless REQUIRE_ACCOUNT requires an account" },
  itemAction: { may: owner },
  answerQuestionAction: { may: everybody, if: "unless REQUIRE_ACCOUNT requires an account" },
  submitAttemptAction: { may: owner },
  discardAttemptAction: { may: owner },
  closeSectionAction: { may: owner },
  "commentAction post": { may: writers, if: answered },
  "commentAction post unanswered": { may: owner },
  "commentAction edit": { may: owner },
  "commentAction preview": { may: accounts },
  "threadAction vote": { may: otherWriters, if: answered },
  "threadAction delete": { may: owner },
  "threadAction undelete": { may: owner },
  "threadAction mute": { may: accounts, if: "for themselves" },
  reportAction: { may: otherWriters, if: answered },
  suggestAction: { may: writers, if: answered },
  "suggestAction unanswered": { may: owner },
  decideSuggestionAction: { may: ["author", ...moderators] },
  moderateAction: { may: moderators },
  undoActAction: { may: moderators },
  giveRoleAction: { may: ["administrator"] },
  inviteAction: { may: ["administrator"] },
  withdrawInvitationAction: { may: ["administrator"] },
  markAllReadAction: { may: owner },
  digestAction: { may: accounts, if: "their own" },
  savePlanAction: { may: everybody, if: "their own" },
  deletePlanAction: { may: owner },
  newCalendarAction: { may: learners, if: "their own" },
  reportOutcomeAction: { may: owner, if: "from the exam date on" },
  deleteOutcomeAction: { may: owner },
  sortThreadAction: { may: everybody, if: "for their device" },
  saveSettingsAction: { may: everybody, if: "for their device" },
} as const satisfies Readonly<Record<string, Access>>;
