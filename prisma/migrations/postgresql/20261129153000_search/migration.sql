-- CreateTable
CREATE TABLE "SearchText" (
    "id" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "labels" TEXT NOT NULL,

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_questionId_key" ON "SearchText"("questionId");

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: the words without accents and signs, kept by PostgreSQL itself, and the index over them.
ALTER TABLE "SearchText" ADD COLUMN "tokens" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', translate(regexp_replace(normalize("stem", NFKD), '[\u0300-\u036f]', '', 'g'), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                ')), 'A')
  || to_tsvector('simple', translate(regexp_replace(normalize("labels", NFKD), '[\u0300-\u036f]', '', 'g'), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                '))
) STORED;

CREATE INDEX "SearchText_tokens_idx" ON "SearchText" USING GIN ("tokens");

-- A damaged row must not stop an upgrade.
CREATE FUNCTION pg_temp.json_or_null(given text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN given::jsonb;
EXCEPTION WHEN data_exception OR invalid_text_representation OR untranslatable_character THEN
  RETURN NULL;
END $$;

-- The questions that the database shows already: the same as lib/bank/write/index-questions.ts does from now on.
INSERT INTO "SearchText" ("id", "questionId", "stem", "labels")
SELECT ROW_NUMBER() OVER (ORDER BY q."examSlug", q."name"), q."id", COALESCE(pg_temp.json_or_null(r."publicPart") ->> 'stemText', ''),
  e."title" || ' ' || COALESCE(pg_temp.json_or_null(e."definition") ->> 'code', '') || ' ' || COALESCE(
    (SELECT d ->> 'title' FROM jsonb_array_elements(pg_temp.json_or_null(e."definition") -> 'domains') d WHERE d ->> 'id' = q."domain"), '')
    || ' ' || q."domain" || ' ' || q."tags" || ' exam0' || replace(q."examSlug", '-', '0')
FROM "Question" q JOIN "Exam" e ON e."slug" = q."examSlug" JOIN "Revision" r ON r."id" = q."revisionId";
