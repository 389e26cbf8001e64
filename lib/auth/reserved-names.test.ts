import { expect, it } from "vitest";
import { isReserved } from "./reserved-names.ts";

it.each(["Deleted account", "deleted  ACCOUNT", "Dеlеtеd ассоunt", "DeletedAccount", "Hidden comment", "Guest"])(
  "lets nobody be called %s",
  (name) => {
    expect(isReserved(name, false)).toBe(true);
    expect(isReserved(name, true)).toBe(true);
  },
);

it.each(["Administrator", "admin", "ADMIN", "Moderator Anna", "The-Mockdown-Team", "Аdmіn", "Mod", "S t a f f"])(
  "lets only somebody with a role be called %s",
  (name) => {
    expect(isReserved(name, false)).toBe(true);
    expect(isReserved(name, true)).toBe(false);
  },
);

it.each(["Ada Lovelace", "Modesta", "Guestav", "Rooted", "Stafford", "Administra", "山田"])(
  "lets anybody be called %s",
  (name) => expect(isReserved(name, false)).toBe(false),
);
