import { Button } from "#components/ui/button";
import { deleteGuestAction } from "#lib/account/actions";
import { useWords } from "#words";

/** The link to a copy of all stored data. */
export function DownloadLink() {
  const t = useWords();
  return (
    <p className="mt-3 text-sm text-muted">
      <a
        href="/account/data"
        download="mockdown-data.json"
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        {t("account.download")}
      </a>
      <br />
      {t("account.downloadAbout")}
    </p>
  );
}

/** For people without an account: the data behind this device's cookie. */
export function GuestData() {
  const t = useWords();
  return (
    <>
      <p className="mt-3 text-sm text-muted">{t("account.guestAbout")}</p>
      <DownloadLink />
      <form action={deleteGuestAction} className="mt-4 grid gap-3 border-t border-line pt-4 text-sm">
        <label className="flex min-h-11 items-center gap-2.5">
          <input type="checkbox" required className="size-4.5 accent-accent" />
          {t("account.guestDelete")}
        </label>
        <Button look="danger" className="justify-self-start">
          {t("account.guestDeleteButton")}
        </Button>
      </form>
    </>
  );
}
