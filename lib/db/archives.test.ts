import { describe, expect, it } from "vitest";
import { type Archive, archiveName, archivesOf, isBackupDue, outdatedArchives, readArchiveName } from "./archives.ts";

const at = (text: string) => new Date(`${text}Z`);
const archive = (time: string, before: string | null = null, of: Archive["of"] = "sqlite"): Archive => {
  const about = { at: at(time), of, before };
  return { name: archiveName(about), ...about };
};

describe("the name of an archive", () => {
  it.each([null, "20261129064752_guarded_guest_cookie"])("can be read again, before %s", (before) => {
    const made = archive("2026-11-29T10:15:07", before);
    expect(readArchiveName(made.name)).toEqual(made);
  });

  it.each(["sqlite", "postgresql", null] as const)("can be read again, of %s", (of) => {
    for (const made of [archive("2026-11-29T10:15:07", null, of), archive("2026-11-29T10:15:07", "x", of)])
      expect(readArchiveName(made.name)).toEqual(made);
  });

  it.each([
    "mockdown.db",
    "mockdown-2026-11-29.db",
    "mockdown-2026-13-29T101507Z.tar.gz",
    "my-mockdown-2026-11-29T101507Z.tar.gz",
  ])("is not %s", (name) => expect(readArchiveName(name)).toBeNull());
});

describe("isBackupDue", () => {
  const now = at("2026-11-29T10:00:00");
  it.each([
    ["there is none", [], true],
    ["the newest is a day old", [archive("2026-11-28T10:00:00")], true],
    ["the newest is nearly a day old", [archive("2026-11-28T10:00:01"), archive("2026-11-20T10:00:00")], false],
    ["one was made before an upgrade today", [archive("2026-11-29T09:00:00", "x")], false],
    ["the only one is from a day to come", [archive("2027-11-29T10:00:00")], true],
  ])("is so or not when %s", (_, archives, isDue) => expect(isBackupDue(archives, now)).toBe(isDue));
});

it("keeps the newest of each kind, so that many upgrades leave the daily ones alone", () => {
  const days = [1, 2, 3].map((day) => archive(`2026-11-0${day}T10:00:00`));
  const upgrades = [4, 5, 6].map((day) => archive(`2026-11-0${day}T10:00:00`, "x"));
  const mixed = [...upgrades, ...days].reverse();
  expect(outdatedArchives(mixed, 2).map(({ name }) => name)).toEqual([upgrades[0]?.name, days[0]?.name]);
  expect(outdatedArchives(mixed, 3)).toEqual([]);
});

it("counts no archive of another kind of database as a backup of this one, but those of which nobody can say", () => {
  const [former, own, unknown] = (["sqlite", "postgresql", null] as const).map((of) =>
    archive("2026-11-29T10:00:00", null, of),
  ) as [Archive, Archive, Archive];
  expect(archivesOf([former, own, unknown], "postgresql")).toEqual([own, unknown]);
  expect(archivesOf([former], "postgresql")).toEqual([]);
});
