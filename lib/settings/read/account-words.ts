import { type LearnerSettings, readLearnerSettings } from "#lib/auth/learner-settings";
import type { Read } from "#lib/db/database";
import { allWords } from "#lib/messages/catalogue";
import { isLanguage } from "#lib/messages/languages";
import { createWords, type Words } from "#lib/messages/words";

/**
 * The words for somebody who is not online: in the language and time zone that they last used; `otherwise` if they have
 * not used any yet.
 */
export function wordsBySettings({ locale, timeZone }: LearnerSettings, otherwise: Words): Words {
  const language = locale?.split("-")[0];
  if (locale === undefined || !isLanguage(language)) return otherwise;
  return createWords(allWords({ language, locale, timeZone: timeZone ?? otherwise.timeZone }));
}

/** The words for a mail to the account with this address; `otherwise` if there is none. */
export async function accountWords(read: Pick<Read, "user">, email: string, otherwise: Words): Promise<Words> {
  const select = { learner: { select: { settings: true } } } as const;
  const user = await read.user.findUnique({ where: { email }, select });
  return user === null ? otherwise : wordsBySettings(readLearnerSettings(user.learner.settings), otherwise);
}
