/** What a learner has chosen, or their device has said. Guests have it too. */
export interface LearnerSettings {
  /** An IANA name such as "Europe/Berlin". */
  readonly timeZone?: string;
}

export function readSettings(kept: string): LearnerSettings {
  return JSON.parse(kept) as LearnerSettings;
}

/** The settings of an account that takes over a guest's: its own win. */
export function mergeSettings(own: LearnerSettings, guests: LearnerSettings): LearnerSettings {
  return { ...guests, ...own };
}
