-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "learnerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "handle" TEXT NOT NULL DEFAULT '',
    "suspendedUntil" DATETIME,
    "postAttempts" INTEGER NOT NULL DEFAULT 0,
    "wantsDigest" BOOLEAN NOT NULL DEFAULT true,
    "digestAt" DATETIME,
    CONSTRAINT "User_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "BankState" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fingerprint" TEXT NOT NULL,
    "syncedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Exam" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "examSlug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "difficulty" TEXT,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "revisionId" TEXT,
    "retiredAt" DATETIME,
    CONSTRAINT "Question_examSlug_fkey" FOREIGN KEY ("examSlug") REFERENCES "Exam" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "publicPart" TEXT NOT NULL,
    "secretPart" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Revision_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mime" TEXT NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "examSlug" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "reveal" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME,
    "finishedAt" DATETIME,
    "finishedBy" TEXT,
    "score" TEXT,
    "closings" TEXT NOT NULL DEFAULT '[]',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_examSlug_fkey" FOREIGN KEY ("examSlug") REFERENCES "Exam" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptItem" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "answer" TEXT,
    "points" REAL,
    "committedAt" DATETIME,
    "lateSync" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "AttemptItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttemptItem_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttemptItem_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemEntry" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "clientId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "elapsedMs" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,

    PRIMARY KEY ("attemptId", "position", "field", "version", "clientId"),
    CONSTRAINT "ItemEntry_attemptId_position_fkey" FOREIGN KEY ("attemptId", "position") REFERENCES "AttemptItem" ("attemptId", "position") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Disclosure" (
    "learnerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "answer" TEXT,
    "disclosedAt" DATETIME NOT NULL,

    PRIMARY KEY ("learnerId", "questionId"),
    CONSTRAINT "Disclosure_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Disclosure_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Disclosure_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Thread" (
    "questionId" TEXT NOT NULL PRIMARY KEY,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "lastCommentAt" DATETIME,
    "lockedAt" DATETIME,
    "pinnedId" TEXT,
    "votes" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "Thread_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Comment" (
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
    "state" TEXT NOT NULL DEFAULT 'shown',
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "official" BOOLEAN NOT NULL DEFAULT false,
    "upvotes" INTEGER NOT NULL DEFAULT 0,
    "downvotes" INTEGER NOT NULL DEFAULT 0,
    "score" REAL NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "Comment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentEdit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "optionIds" TEXT,
    "replacedAt" DATETIME NOT NULL,
    CONSTRAINT "CommentEdit_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ballot" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "castAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "userId"),
    CONSTRAINT "Ballot_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Ballot_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnswerVote" (
    "questionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "optionIds" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,

    PRIMARY KEY ("questionId", "userId")
);

-- CreateTable
CREATE TABLE "ThreadMute" (
    "questionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    PRIMARY KEY ("questionId", "userId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "verdict" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "Report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ModerationAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "act" TEXT NOT NULL,
    "moderatorId" TEXT,
    "commentId" TEXT,
    "questionId" TEXT,
    "userId" TEXT,
    "reason" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" TEXT,
    CONSTRAINT "ModerationAct_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "questionId" TEXT,
    "commentId" TEXT,
    "text" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "mailedAt" DATETIME,
    CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notification_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_learnerId_key" ON "User"("learnerId");

-- CreateIndex
CREATE INDEX "User_handle_idx" ON "User"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Question_revisionId_key" ON "Question"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_examSlug_name_key" ON "Question"("examSlug", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_questionId_number_key" ON "Revision"("questionId", "number");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");

-- CreateIndex
CREATE INDEX "Attempt_finishedAt_deadlineAt_idx" ON "Attempt"("finishedAt", "deadlineAt");

-- CreateIndex
CREATE INDEX "AttemptItem_questionId_idx" ON "AttemptItem"("questionId");

-- CreateIndex
CREATE INDEX "ItemEntry_attemptId_sequence_idx" ON "ItemEntry"("attemptId", "sequence");

-- CreateIndex
CREATE INDEX "Disclosure_questionId_idx" ON "Disclosure"("questionId");

-- CreateIndex
CREATE INDEX "Thread_lastCommentAt_idx" ON "Thread"("lastCommentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_requestId_key" ON "Comment"("requestId");

-- CreateIndex
CREATE INDEX "Comment_questionId_depth_listed_score_createdAt_id_idx" ON "Comment"("questionId", "depth", "listed", "score", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_questionId_depth_listed_createdAt_id_idx" ON "Comment"("questionId", "depth", "listed", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_rootId_ordinal_idx" ON "Comment"("rootId", "ordinal");

-- CreateIndex
CREATE INDEX "Comment_authorId_createdAt_idx" ON "Comment"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_questionId_authorId_createdAt_idx" ON "Comment"("questionId", "authorId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentEdit_commentId_replacedAt_idx" ON "CommentEdit"("commentId", "replacedAt");

-- CreateIndex
CREATE INDEX "AnswerVote_questionId_revisionId_optionIds_idx" ON "AnswerVote"("questionId", "revisionId", "optionIds");

-- CreateIndex
CREATE INDEX "Report_verdict_createdAt_idx" ON "Report"("verdict", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_commentId_reporterId_key" ON "Report"("commentId", "reporterId");

-- CreateIndex
CREATE INDEX "ModerationAct_createdAt_idx" ON "ModerationAct"("createdAt");

-- CreateIndex
CREATE INDEX "ModerationAct_commentId_idx" ON "ModerationAct"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_cause_key" ON "Notification"("cause");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_createdAt_idx" ON "Notification"("userId", "readAt", "createdAt");
