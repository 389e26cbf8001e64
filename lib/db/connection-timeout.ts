/** How long PostgreSQL may take to give a connection, in milliseconds; without a limit an address that never answers hangs. */
export const connectionTimeoutMillis = 5_000;

/** How many connections a process holds, and how many of them may write: reads get one even while writes wait for a lock. */
export const connections = { all: 20, writing: 15 } as const;
