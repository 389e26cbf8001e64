-- CreateTable
CREATE TABLE "AdminLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);
