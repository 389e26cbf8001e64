/** How often one subject (a visitor, an account or an address) may do one thing within a window. */
export interface LimitRule {
  readonly times: number;
  readonly windowMinutes: number;
}

/** Every limit that is counted in the database. The limits of posting depend on trust: see lib/discussion/post-limits.ts. */
export const limits = {
  /** Wrong sign-in tries of one visitor over all accounts. */
  "sign-in-by-visitor": { times: 30, windowMinutes: 10 },
  /** Wrong sign-in tries at one account from devices that never signed in to it. More are slowed down, not refused. */
  "sign-in-at-account": { times: 10, windowMinutes: 10 },
  /** Wrong sign-in tries at one account from one device that signed in to it before. */
  "sign-in-by-device": { times: 10, windowMinutes: 10 },
  /** Accounts created by one visitor. */
  "sign-up-by-visitor": { times: 20, windowMinutes: 10 },
  /** Accounts created by everyone together, if visitors cannot be distinguished. */
  "sign-up-by-everybody": { times: 300, windowMinutes: 10 },
  /** Confirmations of the password by one account that is signed in. */
  "password-by-account": { times: 10, windowMinutes: 10 },
  /**
   * How often one code of an authenticator app lets its account in. The app shows it for half a minute; it is accepted
   * for a minute longer.
   */
  "code-of-app": { times: 1, windowMinutes: 2 },
  /** Mails with a link to one address: more would annoy its owner. */
  "mail-to-address": { times: 5, windowMinutes: 60 },
  /** Mails with a link to a new password that one visitor requests. */
  "mail-by-visitor": { times: 20, windowMinutes: 10 },
  /** Sign-ins by passkey that one visitor begins. Each leaves a row for five minutes. */
  "passkey-by-visitor": { times: 100, windowMinutes: 10 },
  /** Previews of comments by one account. */
  "preview-by-account": { times: 60, windowMinutes: 10 },
  /** Suggested edits that one account has checked. */
  "suggestion-check-by-account": { times: 60, windowMinutes: 10 },
  /** Suggested edits that one account sends. */
  "suggestion-by-account": { times: 20, windowMinutes: 24 * 60 },
  /** Attempts that guests start at one address: a school of 1,000 where each starts one every 100 seconds. */
  "guest-start-by-visitor": { times: 6_000, windowMinutes: 10 },
  /** New guests in total, if visitors cannot be distinguished: ten a second. */
  "guest-by-everybody": { times: 6_000, windowMinutes: 10 },
} as const satisfies Readonly<Record<string, LimitRule>>;

export type LimitName = keyof typeof limits;
