import { ShortcutsField } from "#components/settings/shortcuts-field";
import { TimeZoneField } from "#components/settings/time-zone-field";
import { Button } from "#components/ui/button";
import { languageNames } from "#lib/messages/languages";
import { saveSettingsAction } from "#lib/settings/actions";
import { type Settings, textSizes, themes } from "#lib/settings/settings";
import { useWords } from "#words";

type SettingsFormProps = { settings: Settings; zones: readonly string[] };

/** How pages look on this device. */
export function SettingsForm({ settings, zones }: SettingsFormProps) {
  const t = useWords();
  return (
    <form action={saveSettingsAction} className="mt-6 grid gap-6">
      <Choices
        legend={t("settings.language")}
        name="language"
        choices={[["", t("settings.language-browser")], ...Object.entries(languageNames)]}
        chosen={settings.language ?? ""}
      />
      <Choices
        legend={t("settings.exams")}
        name="exams"
        choices={[
          ["", t("settings.exams-reader")],
          ["own", t("settings.exams-own")],
        ]}
        chosen={settings.examsInTheirLanguage ? "own" : ""}
      />
      <Choices
        legend={t("settings.theme")}
        name="theme"
        choices={themes.map((theme) => [theme, t(`settings.theme-${theme}`)])}
        chosen={settings.theme}
      />
      <Choices
        legend={t("settings.textSize")}
        name="text"
        choices={textSizes.map((size) => [size, t(`settings.text-${size}`)])}
        chosen={settings.textSize}
      />
      <TimeZoneField zones={zones} chosen={settings.timeZone} />
      <ShortcutsField />
      <Button look="primary" className="justify-self-start">
        {t("settings.save")}
      </Button>
    </form>
  );
}

type ChoicesProps = {
  legend: string;
  name: string;
  choices: readonly (readonly [string, string])[];
  chosen: string;
};

function Choices({ legend, name, choices, chosen }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {choices.map(([value, label]) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-2.5 rounded-lg border border-edge bg-sheet px-4 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="size-4.5 accent-accent"
            />
            <span lang={name === "language" && value !== "" ? value : undefined}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
