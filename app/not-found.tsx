import type { Metadata } from "next";
import { KeptHere } from "#components/attempt/kept-here";
import { GiveWords } from "#components/give-words";
import { ButtonLink } from "#components/ui/button-link";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("missing.title") };
}

export default async function NotFound() {
  const t = await currentWords();
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("missing.title")}</h1>
      <p className="mt-4 max-w-xl">{t("missing.text")}</p>
      <GiveWords words={await currentWordsOf("kept")}>
        <KeptHere />
      </GiveWords>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/" look="primary">
          {t("missing.exams")}
        </ButtonLink>
        <ButtonLink href="/progress">{t("missing.attempts")}</ButtonLink>
        <ButtonLink href="/sign-in">{t("missing.signIn")}</ButtonLink>
      </p>
    </>
  );
}
