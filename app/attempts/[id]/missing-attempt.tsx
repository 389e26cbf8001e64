import { KeptHere } from "#components/attempt/kept/kept-here";
import { GiveWords } from "#components/give-words";
import { currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage } from "../../missing-page.tsx";

/** In place of an attempt that the server does not know, or that is another's: what the device has kept of it is not lost. */
export async function MissingAttempt() {
  return (
    <MissingPage>
      <GiveWords words={await currentWordsOf("kept")}>
        <KeptHere />
      </GiveWords>
    </MissingPage>
  );
}
