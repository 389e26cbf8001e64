-- CreateTable
CREATE TABLE "SearchText" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "labels" TEXT NOT NULL,
    CONSTRAINT "SearchText_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_questionId_key" ON "SearchText"("questionId");

-- What Prisma's schema cannot say: the index, kept in step by triggers. A migration that makes "SearchText" anew must make
-- the triggers anew as well; npm run admin -- doctor names those that are missing.
-- Neither places of words nor lengths of texts are kept: the app ranks by itself. Every sign that is not of ASCII and no mark of
-- punctuation is part of a word, so that a word of a search is one word here too.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("stem", "labels", content='SearchText', content_rowid='id', columnsize=0, detail=column,
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* M* Co Cn'");

CREATE TRIGGER "SearchText_insert" AFTER INSERT ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" (rowid, "stem", "labels") VALUES (new."id", new."stem", new."labels");
END;

CREATE TRIGGER "SearchText_delete" AFTER DELETE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "stem", "labels") VALUES ('delete', old."id", old."stem", old."labels");
END;

CREATE TRIGGER "SearchText_update" AFTER UPDATE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "stem", "labels") VALUES ('delete', old."id", old."stem", old."labels");
  INSERT INTO "SearchIndex" (rowid, "stem", "labels") VALUES (new."id", new."stem", new."labels");
END;

-- The questions that the database shows already: the same as lib/bank/write/index-questions.ts does from now on.
INSERT INTO "SearchText" ("id", "questionId", "stem", "labels")
SELECT ROW_NUMBER() OVER (ORDER BY q."examSlug", q."name"), q."id",
  COALESCE(CASE WHEN json_valid(r."publicPart") THEN json_extract(r."publicPart", '$.stemText') END, ''),
  e."title" || ' ' || COALESCE(CASE WHEN json_valid(e."definition") THEN json_extract(e."definition", '$.code') END, '') || ' ' || COALESCE(
    (SELECT json_extract(d."value", '$.title') FROM json_each(CASE WHEN json_valid(e."definition") THEN e."definition" ELSE '{}' END, '$.domains') d
      WHERE json_extract(d."value", '$.id') = q."domain"), '')
    || ' ' || q."domain" || ' ' || q."tags" || ' exam0' || replace(q."examSlug", '-', '0')
FROM "Question" q JOIN "Exam" e ON e."slug" = q."examSlug" JOIN "Revision" r ON r."id" = q."revisionId";
