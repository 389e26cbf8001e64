/** How long PostgreSQL may take to give a connection, in milliseconds; without a limit an address that never answers hangs. */
export const connectionTimeoutMillis = 5_000;
