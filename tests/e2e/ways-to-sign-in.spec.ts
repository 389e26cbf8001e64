import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { type AppServer, startApp } from "../support/app-server.ts";
import { usualContent } from "../support/app-template.ts";
import { makeAdministrator } from "../support/browser-people.ts";
import { expectFocus, expectRefusal, push, reach, type } from "../support/by-keyboard.ts";
import { type OidcProvider, startOidcProvider } from "../support/oidc-provider.ts";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server.ts";
import { totp } from "../support/totp.ts";
import { longRun } from "./short-run.ts";

/** One server that mails, has a provider, and stands where browsers make passkeys. Everything is done by keyboard. */
const someone = (name: string) => ({ sub: name, email: `${name}@provider.example`, email_verified: true, name });
const password = "four words of mine";
let smtp: SmtpServer;
let provider: OidcProvider;
let app: AppServer;

const test = base.extend<{ baseURL: string }, { url: string }>({
  url: [
    async ({ browserName: _ }, use) => {
      smtp = await startSmtpServer();
      provider = await startOidcProvider(someone("Olga"));
      const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId };
      const environment = { SMTP_URL: smtp.url, ...oidc, OIDC_CLIENT_SECRET: provider.clientSecret };
      app = await startApp({ content: usualContent, host: "localhost", environment });
      await use(app.url);
      await app.dispose();
      await Promise.all([smtp.stop(), provider.stop()]);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ url }, use) => use(url),
});

const textbox = (page: Page, name: string) => page.getByRole("textbox", { name });
const button = (page: Page | Locator, name: string) => page.getByRole("button", { name, exact: true });
const signInButton = (page: Page) => button(page.getByRole("main"), "Sign in");

async function mailedLink(to: string, subject: RegExp): Promise<string> {
  const find = () => smtp.mails.findLast((mail) => mail.to === to && subject.test(mail.text))?.text;
  await expect.poll(find, `a mail to ${to}`).toBeTruthy();
  return /^http\S+token=\S+/m.exec(find() ?? "")?.[0] ?? "";
}

/** Begins a study session as a guest. */
async function beginAsGuest(page: Page): Promise<void> {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByRole("heading", { level: 1, name: /^Question 1 of/ }).waitFor();
}
const attemptsOf = async (page: Page) =>
  ((await (await page.request.get("/account/data")).json()) as { attempts: unknown[] }).attempts.length;

async function signUp(page: Page, name: string, address = "/sign-up"): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  await page.goto(address);
  await type(page, textbox(page, "Display name"), name);
  await type(page, textbox(page, "Email"), email);
  await type(page, page.getByLabel("Password"), password);
  await push(page, button(page, "Create account"));
  await page.waitForURL(/sent=1/);
  await page.goto(await mailedLink(email, /Finish creating your account/));
  await type(page, page.getByLabel("Password"), password);
  await push(page, button(page, "Create account"));
  await expect(button(page, "Sign out")).toBeVisible();
  return email;
}
async function signOut(page: Page): Promise<void> {
  await page.goto("/");
  await push(page, button(page, "Sign out"));
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
}
async function signIn(page: Page, email: string, word = password): Promise<void> {
  await page.goto("/sign-in");
  await type(page, textbox(page, "Email"), email);
  await type(page, page.getByLabel("Password"), word);
  await push(page, signInButton(page));
}

test("a sign-up is finished by its mail, and the account has what the guest did", async ({ page }) => {
  await beginAsGuest(page);
  await signUp(page, "Ada");
  expect(await attemptsOf(page)).toBe(1);
});

test("the mail of a sign-up makes no account with another password", longRun, async ({ page }) => {
  await page.goto("/sign-up");
  await type(page, textbox(page, "Display name"), "Mallory");
  await type(page, textbox(page, "Email"), "mallory@example.org");
  await type(page, page.getByLabel("Password"), password);
  await push(page, button(page, "Create account"));
  await page.waitForURL(/sent=1/);
  await page.goto(await mailedLink("mallory@example.org", /Finish creating your account/));
  await type(page, page.getByLabel("Password"), "not what was chosen");
  await push(page, button(page, "Create account"));
  await expectRefusal(page, "This isn’t the password you chose");
});

test("a forgotten password is changed by a mail", longRun, async ({ page }) => {
  await signUp(page, "Bea");
  await signOut(page);
  await signIn(page, "bea@example.org", "something else");
  await expectRefusal(page, "The email address or password is incorrect.");
  await push(page, page.getByRole("link", { name: "Forgot your password?" }));
  await page.waitForURL(/reset-password/);
  await type(page, textbox(page, "Email"), "bea@example.org");
  await push(page, button(page, "Send link"));
  await page.waitForURL(/sent=1/);
  await page.goto(await mailedLink("bea@example.org", /reset-password\?token/));
  await type(page, page.getByLabel("New password"), "password");
  await push(page, button(page, "Change password"));
  await expect(page.getByText("This is one of the first passwords that someone would guess.")).toBeVisible();
  await type(page, page.getByLabel("New password"), "four other words here");
  await push(page, button(page, "Change password"));
  await expect(page.getByRole("status").filter({ hasText: "Your password has been changed" })).toBeVisible();
  await signIn(page, "bea@example.org", "four other words here");
  await expect(button(page, "Sign out")).toBeVisible();
});

test("an address is changed by a mail to the new one", longRun, async ({ page }) => {
  await signUp(page, "Cleo");
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Email address" });
  await type(page, section.getByRole("textbox", { name: "Email" }), "cleo.new@example.org");
  await type(page, section.getByLabel("Password"), "not it");
  await push(page, button(section, "Send link"));
  await expectRefusal(page, "This isn’t your password.");
  await type(page, section.getByRole("textbox", { name: "Email" }), "cleo.new@example.org");
  await type(page, section.getByLabel("Password"), password);
  await push(page, button(section, "Send link"));
  await expect(section.getByRole("status")).toContainText("An email is on its way");
  await page.goto(await mailedLink("cleo.new@example.org", /confirm-address/));
  await push(page, button(page, "Confirm address"));
  await expect(
    page.getByRole("status").filter({ hasText: "This is now the email address of your account." }),
  ).toBeVisible();
  await expectFocus(page);
  await signOut(page);
  await signIn(page, "cleo.new@example.org");
  await expect(button(page, "Sign out")).toBeVisible();
});

test("an authenticator app is set up and asked for, and a recovery code stands in for it", async ({ page }) => {
  const email = await signUp(page, "Dora");
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Authenticator app" });
  await type(page, section.getByLabel("Password"), password);
  await push(page, button(section, "Set up an app"));
  await expect(section.getByRole("textbox", { name: "Code" })).toBeVisible();
  await expectFocus(page);
  const secret = await section.locator("code.break-all").textContent();
  const recoveryCode = await section.getByRole("listitem").first().textContent();
  await type(page, section.getByRole("textbox", { name: "Code" }), "000000");
  await push(page, button(section, "Turn on"));
  await expectRefusal(page, "This isn’t the code your app shows.");
  await type(page, section.getByRole("textbox", { name: "Code" }), totp(secret ?? ""));
  await push(page, button(section, "Turn on"));
  await expect(section.getByText("you’re asked for a code from your app")).toBeVisible();
  await expectFocus(page);
  await signOut(page);
  await signIn(page, email);
  await page.waitForURL(/sign-in\/code/);
  await type(page, textbox(page, "Code"), "000000");
  await push(page, signInButton(page));
  await expectRefusal(page, "nor an unused recovery code");
  await type(page, textbox(page, "Code"), totp(secret ?? ""));
  await push(page, signInButton(page));
  await expect(button(page, "Sign out")).toBeVisible();
  await signOut(page);
  await signIn(page, email);
  await type(page, textbox(page, "Code"), recoveryCode ?? "");
  await push(page, signInButton(page));
  await expect(button(page, "Sign out")).toBeVisible();
});

test("a provider signs in, and the account has what the guest did", async ({ page }) => {
  await beginAsGuest(page);
  await page.goto("/sign-in");
  await push(page, page.getByRole("link", { name: /^Sign in with/ }));
  await expect(page.getByRole("link", { name: "Account of Olga" })).toBeVisible();
  expect(await attemptsOf(page)).toBe(1);
});

test("a passkey is added, signs in with what the guest did, and is removed", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signUp(page, "Emmy");
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Passkeys" });
  await type(page, section.getByLabel("Passkey name"), "This laptop");
  await type(page, section.getByLabel("Password"), "not it");
  await push(page, button(section, "Add passkey"));
  await expectRefusal(page, "This isn’t your password.");
  await expect(section.getByLabel("Passkey name")).toHaveValue("This laptop");
  await type(page, section.getByLabel("Password"), password);
  await push(page, button(section, "Add passkey"));
  await expect(section.getByRole("radio", { name: "This laptop" })).toBeVisible();
  await expectFocus(page);

  await signOut(page);
  await beginAsGuest(page);
  await page.goto("/sign-in?returnTo=/plan");
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await push(page, button(page, "Use a passkey"));
  await expectRefusal(page, /No passkey was chosen|didn’t check/);
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await push(page, button(page, "Use a passkey"));
  await page.waitForURL("/plan");
  await expect(page.getByRole("link", { name: "Account of Emmy" })).toBeVisible();
  expect(await attemptsOf(page)).toBe(1);

  await page.goto("/account");
  await reach(page, section.getByRole("radio", { name: "This laptop" }));
  await page.keyboard.press("Space");
  await type(page, section.getByLabel("Password").first(), password);
  await push(page, button(section, "Remove passkey"));
  await expect(section.getByRole("radio")).toHaveCount(0);
  await expectFocus(page);
});

test("an invitation lets one person make an account", longRun, async ({ page, browser }) => {
  const email = await signUp(page, "Greta");
  await makeAdministrator(app.databaseUrl, email);
  await app.kill();
  await app.start({ REGISTRATION: "invitation" });
  await page.goto("/invitations");
  await type(page, textbox(page, "For whom"), "For Hedy");
  await push(page, button(page, "Create link"));
  const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
  const other = await (await browser.newContext({ baseURL: app.url })).newPage();
  await other.goto("/sign-up");
  await expect(textbox(other, "Display name")).toHaveCount(0);
  await signUp(other, "Hedy", link);
  await other.context().close();
});
