-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "authorId" TEXT,
    "importedName" TEXT,
    "importedAge" TEXT,
    "requestId" TEXT NOT NULL,
    "rootId" TEXT NOT NULL,
    "parentId" TEXT,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "childCount" INTEGER NOT NULL DEFAULT 0,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "textHash" TEXT NOT NULL DEFAULT '',
    "optionIds" TEXT,
    "letterOrder" TEXT,
    "keepsLetters" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'shown',
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "official" BOOLEAN NOT NULL DEFAULT false,
    "upvotes" INTEGER NOT NULL DEFAULT 0,
    "downvotes" INTEGER NOT NULL DEFAULT 0,
    "score" REAL NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    "eraseAt" DATETIME,
    CONSTRAINT "Comment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Comment" ("authorId", "childCount", "createdAt", "deletedAt", "depth", "downvotes", "editedAt", "eraseAt", "html", "id", "importedAge", "importedName", "listed", "markdown", "official", "optionIds", "ordinal", "parentId", "questionId", "replyCount", "requestId", "revisionId", "rootId", "score", "state", "textHash", "upvotes") SELECT "authorId", "childCount", "createdAt", "deletedAt", "depth", "downvotes", "editedAt", "eraseAt", "html", "id", "importedAge", "importedName", "listed", "markdown", "official", "optionIds", "ordinal", "parentId", "questionId", "replyCount", "requestId", "revisionId", "rootId", "score", "state", "textHash", "upvotes" FROM "Comment";
DROP TABLE "Comment";
ALTER TABLE "new_Comment" RENAME TO "Comment";
CREATE UNIQUE INDEX "Comment_requestId_key" ON "Comment"("requestId");
CREATE INDEX "Comment_questionId_depth_listed_score_createdAt_id_idx" ON "Comment"("questionId", "depth", "listed", "score", "createdAt", "id");
CREATE INDEX "Comment_questionId_depth_listed_createdAt_id_idx" ON "Comment"("questionId", "depth", "listed", "createdAt", "id");
CREATE INDEX "Comment_rootId_ordinal_idx" ON "Comment"("rootId", "ordinal");
CREATE INDEX "Comment_authorId_createdAt_idx" ON "Comment"("authorId", "createdAt");
CREATE INDEX "Comment_questionId_authorId_createdAt_idx" ON "Comment"("questionId", "authorId", "createdAt");
CREATE INDEX "Comment_eraseAt_idx" ON "Comment"("eraseAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
