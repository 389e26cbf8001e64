import { test as base } from "@playwright/test";
import { type AppServer, startApp } from "../support/app-server.ts";
import { usualContent } from "../support/app-template.ts";

export { expect } from "@playwright/test";

interface Options {
  databaseKind: "sqlite" | "postgresql";
  /** Content folder of the app under test. */
  content: string;
  /** Whether the server's clock can be set and the server be killed at a certain statement. */
  hooks: boolean;
  /** What the installation of the app says is its own language. */
  defaultLanguage: string;
}

/** A test against the built app; each worker has a server, a database and content of its own. */
export const test = base.extend<{ baseURL: string }, Options & { app: AppServer }>({
  databaseKind: ["sqlite", { option: true, scope: "worker" }],
  content: [usualContent, { option: true, scope: "worker" }],
  hooks: [false, { option: true, scope: "worker" }],
  defaultLanguage: ["en", { option: true, scope: "worker" }],
  app: [
    async ({ databaseKind, content, hooks, defaultLanguage }, use) => {
      const postgres = databaseKind === "postgresql" ? process.env.MOCKDOWN_TEST_POSTGRES : undefined;
      // Where clocks are set, the server is in a zone with summer time.
      const zone: Readonly<Record<string, string>> = hooks ? { TZ: "America/New_York" } : {};
      const environment = { ...zone, DEFAULT_LANGUAGE: defaultLanguage };
      const app = await startApp({ content, hooks, environment, ...(postgres ? { postgres } : {}) });
      await use(app);
      await app.dispose();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});
