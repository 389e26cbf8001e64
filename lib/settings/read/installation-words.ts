import { environment } from "#lib/env/current";
import { allWords } from "#lib/messages/catalogue";
import { createWords, type Words } from "#lib/messages/words";

/** The words for texts without a current reader, such as a nightly mail: in the installation's language, in UTC. */
export function installationWords(): Words {
  const language = environment().DEFAULT_LANGUAGE;
  return createWords(allWords({ language, locale: language, timeZone: "UTC" }));
}
