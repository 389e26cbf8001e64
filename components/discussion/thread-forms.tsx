import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { threadAction } from "#lib/discussion/actions";
import { addressOf, type Place } from "#lib/discussion/place";
import { actsForm, openForm } from "./thread-context.ts";

/** The forms that all buttons of a thread submit: one for actions, one for forms that open below a comment. */
export function ThreadForms({ place }: { place: Place }) {
  const router = useRouter();
  const open = (event: SubmitEvent<HTMLFormElement>) => {
    const button = event.nativeEvent.submitter as HTMLButtonElement;
    event.preventDefault();
    const address = addressOf(place, { [button.name]: button.value }, `comment-${button.value}`);
    router.push(address, { scroll: false });
  };
  return (
    <>
      <form id={actsForm} action={threadAction} />
      <form id={openForm} action={place.path} onSubmit={open}>
        {place.sort === place.usualSort && place.after === undefined ? null : (
          <input type="hidden" name="sort" value={place.sort} />
        )}
        {place.after === undefined ? null : <input type="hidden" name="after" value={place.after} />}
      </form>
    </>
  );
}
