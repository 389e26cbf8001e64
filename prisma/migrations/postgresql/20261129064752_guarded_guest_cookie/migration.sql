-- Since when the cookie of a guest is guarded: see lib/auth/write/guest-cookie.ts.
INSERT INTO "SetUpStep" ("name", "doneAt") VALUES ('guarded-guest-cookie', NOW() AT TIME ZONE 'UTC');
