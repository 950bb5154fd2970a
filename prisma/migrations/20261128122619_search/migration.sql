-- CreateTable
CREATE TABLE "StandingText" (
    "subjectId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "publicationId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "StandingText_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "StandingWord" (
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "near" TEXT[],

    CONSTRAINT "StandingWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "StandingText_publishedAt_subjectId_idx" ON "StandingText"("publishedAt", "subjectId");

-- CreateIndex
CREATE INDEX "StandingText_kind_publishedAt_subjectId_idx" ON "StandingText"("kind", "publishedAt", "subjectId");

-- CreateIndex
CREATE INDEX "StandingText_words_idx" ON "StandingText" USING GIN ("words");

-- CreateIndex
CREATE INDEX "StandingWord_stem_idx" ON "StandingWord"("stem");

-- CreateIndex
CREATE INDEX "StandingWord_near_idx" ON "StandingWord" USING GIN ("near");

-- AddForeignKey
ALTER TABLE "StandingText" ADD CONSTRAINT "StandingText_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
