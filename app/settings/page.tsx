import type { Metadata } from "next";
import { FocusedNotice } from "#components/focused-notice";
import { GiveWords } from "#components/give-words";
import { SettingsForm } from "#components/settings/settings-form";
import { timeZonesWith } from "#lib/exam/local-time";
import { currentSettings } from "#lib/settings/read/current-settings";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("settings.title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function SettingsPage({ searchParams }: Props) {
  const [{ saved }, settings, t] = await Promise.all([searchParams, currentSettings(), currentWords()]);
  return (
    <div className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("settings.title")}</h1>
      <p className="mt-3 text-muted">{t("settings.lead")}</p>
      {saved === undefined ? null : (
        <FocusedNotice id="saved" className="mt-4 rounded-lg bg-good-soft px-4 py-2.5 text-good">
          {t("settings.saved")}
        </FocusedNotice>
      )}
      <GiveWords words={await currentWordsOf("timeZone", "keys")}>
        <SettingsForm settings={settings} zones={timeZonesWith(settings.timeZone)} />
      </GiveWords>
    </div>
  );
}
