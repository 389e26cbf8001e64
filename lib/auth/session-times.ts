const secondsPerDay = 24 * 60 * 60;

/** How long a session lasts, and after how long it is renewed by being used; seconds. */
export const sessionTimes = { expiresIn: 30 * secondsPerDay, updateAge: secondsPerDay } as const;
