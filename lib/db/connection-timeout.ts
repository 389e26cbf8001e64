/** How long PostgreSQL may take to give a connection, in milliseconds; without a limit an address that never answers hangs. */
export const connectionTimeoutMillis = 5_000;

/** How long a request of the server waits for its turn: a thousand starts at once are served in order, not refused. */
export const poolWaitMillis = 20_000;
