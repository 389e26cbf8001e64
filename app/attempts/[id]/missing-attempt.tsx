import { KeptHere } from "#components/attempt/kept/kept-here";
import { GiveWords } from "#components/give-words";
import { currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage } from "../../missing-page.tsx";

/**
 * Shown instead of an attempt that the server does not know, or that belongs to someone else: what the device has
 * stored of it is not lost.
 */
export async function MissingAttempt() {
  return (
    <MissingPage>
      <GiveWords words={await currentWordsOf("kept")}>
        <KeptHere />
      </GiveWords>
    </MissingPage>
  );
}
