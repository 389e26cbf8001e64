import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readLearnerSettings } from "#lib/auth/learner-settings";
import { zoneCookie } from "#lib/auth/zone-cookie";
import { syncBank } from "#lib/bank/write/sync";
import { settingsCookie } from "#lib/settings/cookie";
import { defaultSettings, writeSettings } from "#lib/settings/settings";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { exam, makePerson, secret } from "../support/access/world.ts";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

const dayMs = 24 * 60 * 60 * 1000;

onEachDatabase("the time zone of a learner's days", (database) => {
  beforeAll(async () => {
    await syncBank({ db: database.db, content: makeBank([makeQuestion("q0")]), now: new Date() });
    const settings = {
      DATABASE_URL: database.url,
      AUTH_SECRET: secret,
      BASE_URL: "http://localhost",
      LOG_LEVEL: "error",
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    Object.assign(globalThis, { mockdownDatabase: database.db });
  });
  afterAll(() => {
    endRequests();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  const device = () => ({ [zoneCookie()]: "Europe/Berlin" });
  const chosen = () => ({
    [settingsCookie()]: encodeURIComponent(writeSettings({ ...defaultSettings, timeZone: "Asia/Tokyo" })),
  });
  /** A guest whose browser sends these cookies too. */
  const guestWith = async (cookies: Readonly<Record<string, string>>) => {
    const { learnerId, cookies: own } = await database.db.write((tx) => makePerson(tx, "guest"));
    sendAs({ ...own, ...cookies });
    const zone = async () => {
      const learner = await database.db.read.learner.findUniqueOrThrow({ where: { id: learnerId ?? "" } });
      return readLearnerSettings(learner.settings).timeZone;
    };
    return { own, zone };
  };
  const start = () => callAction("startAttemptAction", { exam, mode: "study" });

  it("is the device's own until one is chosen in the settings", async () => {
    const unset = await guestWith(device());
    await start();
    expect(await unset.zone()).toBe("Europe/Berlin");
    const picked = await guestWith({ ...device(), ...chosen() });
    await start();
    expect(await picked.zone()).toBe("Asia/Tokyo");
  });

  it("stays as it is for a device that has said nothing", async () => {
    const { zone, own } = await guestWith(chosen());
    await start();
    sendAs(own);
    await start();
    expect(await zone()).toBe("Asia/Tokyo");
  });

  it("is a guest's as soon as the settings are saved", async () => {
    const { zone } = await guestWith(device());
    await callAction("saveSettingsAction", { theme: "system", text: "normal", zone: "America/Lima" });
    expect(await zone()).toBe("America/Lima");
  });

  it("is the one that a plan is made in, and no plan has another", async () => {
    const { zone } = await guestWith({ ...device(), ...chosen() });
    const examDate = new Date(Date.now() + 7 * dayMs).toISOString().slice(0, 10);
    await callAction("savePlanAction", {
      exam,
      examDate,
      weekdays: ["1"],
      minutesPerDay: "30",
      timeZone: "America/Lima",
    });
    expect(await zone()).toBe("Asia/Tokyo");
  });
});
