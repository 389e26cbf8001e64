import { AddPasskeyForm, RemovePasskeyForm } from "#components/account/passkey-forms";
import type { AccountView } from "#lib/account/read/get-account";
import { absoluteTime } from "#lib/dates/relative-age";
import { useWords } from "#words";

/** The passkeys of an account, and the ways to add one and to remove one. */
export function Passkeys({ account: { passkeys, hasPassword }, host }: { account: AccountView; host: string }) {
  const t = useWords();
  const choices = passkeys.map(({ id, name, createdAt }) => ({
    value: id,
    label: (
      <>
        {name}
        <span className="block text-muted">
          {t.rich("account.since", {
            time: () => <time dateTime={createdAt.toISOString()}>{absoluteTime(t, createdAt)}</time>,
          })}
        </span>
      </>
    ),
  }));
  return (
    <>
      <p className="mt-3 text-sm text-muted">{t("account.passkeysAbout", { host })}</p>
      {choices.length === 0 ? null : <RemovePasskeyForm choices={choices} hasPassword={hasPassword} />}
      <div className={choices.length === 0 ? "" : "mt-6 border-t border-line pt-2"}>
        <AddPasskeyForm host={host} hasPassword={hasPassword} />
      </div>
    </>
  );
}
