import { expect, it } from "vitest";
import { defaultSettings, readSettings, type Settings, writeSettings } from "./settings.ts";

it("reads what it wrote", () => {
  const settings: Settings = {
    theme: "contrast",
    textSize: "larger",
    timeZone: "America/Argentina/Buenos_Aires",
    language: "en",
    examsInTheirLanguage: true,
  };
  expect(readSettings(writeSettings(settings))).toEqual(settings);
});

it("takes the time zone of the device as long as none was chosen", () => {
  expect(readSettings("theme=dark", "Asia/Tokyo").timeZone).toBe("Asia/Tokyo");
  expect(readSettings("zone=Europe%2FBerlin", "Asia/Tokyo").timeZone).toBe("Europe/Berlin");
  expect(readSettings("", "nonsense").timeZone).toBe("UTC");
});

it.each([
  undefined,
  "",
  "theme=pink&text=huge&zone=Nowhere",
  "zone=%2B01%3A00",
  "zone=Europe/Nowhere",
  "zone=<script>",
  "language=tlh",
  "language=en-XA",
  "exams=mine",
])("takes the defaults for what it does not know: %j", (cookie) => {
  expect(readSettings(cookie)).toEqual(defaultSettings);
});
