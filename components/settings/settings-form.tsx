import { TimeZoneField } from "#components/settings/time-zone-field";
import { Button } from "#components/ui/button";
import { saveSettingsAction } from "#lib/settings/actions";
import type { Settings, TextSize, Theme } from "#lib/settings/settings";

const themeWords: readonly (readonly [Theme, string])[] = [
  ["system", "Same as the device"],
  ["light", "Light"],
  ["dark", "Dark"],
  ["contrast", "High contrast"],
];
const sizeWords: readonly (readonly [TextSize, string])[] = [
  ["normal", "Normal"],
  ["large", "Large"],
  ["larger", "Larger"],
];

type SettingsFormProps = { settings: Settings; zones: readonly string[] };

/** How pages look on this device. */
export function SettingsForm({ settings, zones }: SettingsFormProps) {
  return (
    <form action={saveSettingsAction} className="mt-6 grid gap-6">
      <Choices legend="Theme" name="theme" choices={themeWords} chosen={settings.theme} />
      <Choices legend="Text size" name="text" choices={sizeWords} chosen={settings.textSize} />
      <TimeZoneField zones={zones} chosen={settings.timeZone} />
      <Button look="primary" className="justify-self-start">
        Save settings
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
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
