-- CreateEnum
CREATE TYPE "PromiseFate" AS ENUM ('WAITS', 'HAPPENED', 'DID_NOT_HAPPEN', 'PARTLY', 'UNRESOLVABLE');

-- CreateTable
CREATE TABLE "StandingPromise" (
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "dueFrom" DATE,
    "due" DATE NOT NULL,
    "fate" "PromiseFate" NOT NULL,
    "publisher" TEXT,
    "speaker" TEXT,
    "words" tsvector NOT NULL,

    CONSTRAINT "StandingPromise_pkey" PRIMARY KEY ("publicationId","number")
);

-- CreateIndex
CREATE INDEX "StandingPromise_due_publicationId_number_idx" ON "StandingPromise"("due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_fate_due_publicationId_number_idx" ON "StandingPromise"("fate", "due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_publisher_due_publicationId_number_idx" ON "StandingPromise"("publisher", "due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_publisher_fate_due_publicationId_number_idx" ON "StandingPromise"("publisher", "fate", "due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_speaker_due_publicationId_number_idx" ON "StandingPromise"("speaker", "due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_speaker_fate_due_publicationId_number_idx" ON "StandingPromise"("speaker", "fate", "due", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_publishedAt_publicationId_number_idx" ON "StandingPromise"("publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingPromise_words_idx" ON "StandingPromise" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "StandingPromise" ADD CONSTRAINT "StandingPromise_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
