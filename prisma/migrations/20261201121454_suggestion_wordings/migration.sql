-- CreateTable
CREATE TABLE "SuggestionWording" (
    "id" BIGSERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "day" DATE,
    "words" TEXT NOT NULL,
    "keys" INTEGER[],
    "isKeyed" BOOLEAN NOT NULL DEFAULT false,
    "judge" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SuggestionWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WordedSuggestion" (
    "suggestionId" UUID NOT NULL,
    "wordingId" BIGINT NOT NULL,

    CONSTRAINT "WordedSuggestion_pkey" PRIMARY KEY ("suggestionId")
);

-- CreateTable
CREATE TABLE "SuggestionKey" (
    "key" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SuggestionKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WordingRelation" (
    "oneId" BIGINT NOT NULL,
    "otherId" BIGINT NOT NULL,
    "relation" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "judge" TEXT NOT NULL,

    CONSTRAINT "WordingRelation_pkey" PRIMARY KEY ("oneId","otherId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SuggestionWording_words_key" ON "SuggestionWording"("words");

-- CreateIndex
CREATE INDEX "SuggestionWording_keys_idx" ON "SuggestionWording" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "SuggestionWording_judge_id_idx" ON "SuggestionWording"("judge", "id");

-- CreateIndex
CREATE INDEX "WordedSuggestion_wordingId_suggestionId_idx" ON "WordedSuggestion"("wordingId", "suggestionId");

-- CreateIndex
CREATE INDEX "WordingRelation_oneId_relation_otherId_idx" ON "WordingRelation"("oneId", "relation", "otherId");

-- CreateIndex
CREATE INDEX "WordingRelation_otherId_relation_oneId_idx" ON "WordingRelation"("otherId", "relation", "oneId");

-- AddForeignKey
ALTER TABLE "WordedSuggestion" ADD CONSTRAINT "WordedSuggestion_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordedSuggestion" ADD CONSTRAINT "WordedSuggestion_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "SuggestionWording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingRelation" ADD CONSTRAINT "WordingRelation_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "SuggestionWording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingRelation" ADD CONSTRAINT "WordingRelation_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "SuggestionWording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
