import { environment } from "#lib/env/current";
import { allWords } from "#lib/messages/catalogue";
import { createWords, type Words } from "#lib/messages/words";

/** The words for what is written with no reader at hand, such as a mail of the night: in the installation's language, in UTC. */
export function installationWords(): Words {
  const language = environment().DEFAULT_LANGUAGE;
  return createWords(allWords({ language, locale: language, timeZone: "UTC" }));
}
