import { signInBeside } from "#components/account/sign-in-beside";
import { Button } from "#components/ui/button";
import { FormMessage } from "#components/ui/form-message";
import type { UnsentForm } from "#lib/auth/unsent-form";
import { useWords } from "#words";

/** Shown instead of the page to somebody whose session ended before they sent a form without script: it is kept here. */
export function UnsentPage({ fields, texts, again, isAgain }: UnsentForm) {
  const t = useWords();
  return (
    <div className="max-w-xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("unsent.title")}</h1>
      <p className="mt-4">{t("unsent.text")}</p>
      <ol className="mt-4 grid list-decimal gap-2 ps-6">
        <li>{t.rich("unsent.signIn", { link: signInBeside })}</li>
        <li>{t("unsent.comeBack")}</li>
      </ol>
      <form action={again} className="mt-6 grid justify-items-start gap-3">
        <input type="hidden" name="unsent" value="yes" />
        {fields.map(([name, value], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and nothing moves
          <input key={i} type="hidden" name={name} value={value} />
        ))}
        <FormMessage of="refusal">{isAgain ? t("unsent.still") : null}</FormMessage>
        <Button look="primary">{t("unsent.continue")}</Button>
      </form>
      {texts.length === 0 ? null : (
        <section aria-labelledby="written" className="mt-8">
          <h2 id="written" className="text-sm font-semibold text-muted">
            {t("unsent.written")}
          </h2>
          {texts.map((text) => (
            <p
              key={text}
              className="mt-3 border-s-2 border-accent ps-3 text-sm whitespace-pre-wrap wrap-anywhere"
              dir="auto"
            >
              {text}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
