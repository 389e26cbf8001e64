import { join } from "node:path";
import { endOf, sendAgain } from "./request.ts";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The files of the server actions. */
const folders = {
  "auth/actions": ["signUp", "signIn", "signInCode", "signOut", "becomeAdministrator"],
  "auth/mail-actions": ["confirmSignUpAction", "requestResetAction", "resetPasswordAction", "confirmAddressAction"],
  "auth/passkey-actions": ["beginPasskeySignIn", "signInByPasskey"],
  "account/passkey-actions": ["beginPasskeyAction", "addPasskeyAction", "removePasskeyAction"],
  "account/factor-actions": ["beginFactorAction", "confirmFactorAction", "endFactorAction"],
  account: [
    "changeAddressAction",
    "renameAction",
    "changePasswordAction",
    "endSessionsAction",
    "deleteAccountAction",
    "deleteGuestAction",
  ],
  attempts: [
    "startAttemptAction",
    "itemAction",
    "answerQuestionAction",
    "submitAttemptAction",
    "discardAttemptAction",
    "closeSectionAction",
  ],
  discussion: ["commentAction", "threadAction", "sortThreadAction", "reportAction"],
  moderation: ["moderateAction", "undoActAction", "giveRoleAction", "inviteAction", "withdrawInvitationAction"],
  notifications: ["markAllReadAction", "digestAction"],
  progress: ["reportOutcomeAction", "deleteOutcomeAction"],
  review: ["savePlanAction", "deletePlanAction", "newCalendarAction"],
  settings: ["saveSettingsAction"],
  suggestions: ["suggestAction", "decideSuggestionAction"],
} as const;

/** Sends a form with these fields to a server action, as the browser set with `sendAs`. */
export async function callAction(name: string, fields: Fields) {
  const [folder] = Object.entries(folders).find(([, names]) => (names as readonly string[]).includes(name)) ?? [];
  const actions = await import(join(process.cwd(), "lib", `${folder}${folder?.includes("/") ? "" : "/actions"}.ts`));
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(field, each);
  const action: (...given: readonly unknown[]) => unknown = actions[name];
  sendAgain();
  // An action with two parameters is given the state of its form first.
  return endOf(() => (action.length === 2 ? action({}, form) : action(form)));
}
