import type { Metadata } from "next";
import { SettingsForm } from "#components/settings/settings-form";
import { timeZonesWith } from "#lib/exam/local-time";
import { currentSettings } from "#lib/settings/read/current-settings";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function SettingsPage({ searchParams }: Props) {
  const [{ saved }, settings] = await Promise.all([searchParams, currentSettings()]);
  return (
    <div className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Settings</h1>
      <p className="mt-3 text-muted">For this device. They are kept with or without an account.</p>
      {saved === undefined ? null : (
        <p id="saved" role="status" tabIndex={-1} className="mt-4 rounded-lg bg-good-soft px-4 py-2.5 text-good">
          Settings saved.
        </p>
      )}
      <SettingsForm settings={settings} zones={timeZonesWith(settings.timeZone)} />
    </div>
  );
}
