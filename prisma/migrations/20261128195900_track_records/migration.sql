-- CreateEnum
CREATE TYPE "TrackKind" AS ENUM ('PUBLISHER', 'SPEAKER');

-- CreateTable
CREATE TABLE "TrackStatement" (
    "kind" "TrackKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "day" DATE NOT NULL,
    "label" "ReaderLabel" NOT NULL,
    "due" DATE,
    "outcome" "OutcomeResult",
    "claimId" UUID,

    CONSTRAINT "TrackStatement_pkey" PRIMARY KEY ("kind","subjectId","publicationId","number")
);

-- CreateTable
CREATE TABLE "TrackPage" (
    "kind" "TrackKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "sources" UUID[],
    "publicationId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "isWhole" BOOLEAN NOT NULL,
    "statements" INTEGER NOT NULL,
    "corrections" INTEGER NOT NULL,

    CONSTRAINT "TrackPage_pkey" PRIMARY KEY ("kind","subjectId","publicationId")
);

-- CreateTable
CREATE TABLE "TrackClaim" (
    "kind" "TrackKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "TrackClaim_pkey" PRIMARY KEY ("kind","subjectId","claimId")
);

-- CreateTable
CREATE TABLE "TrackTotal" (
    "kind" "TrackKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "TrackTotal_pkey" PRIMARY KEY ("kind","subjectId","measure","day")
);

-- CreateIndex
CREATE INDEX "TrackStatement_kind_subjectId_day_publicationId_number_idx" ON "TrackStatement"("kind", "subjectId", "day", "publicationId", "number");

-- CreateIndex
CREATE INDEX "TrackStatement_kind_subjectId_label_day_publicationId_numbe_idx" ON "TrackStatement"("kind", "subjectId", "label", "day", "publicationId", "number");

-- CreateIndex
CREATE INDEX "TrackStatement_kind_sourceId_publishedAt_publicationId_numb_idx" ON "TrackStatement"("kind", "sourceId", "publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "TrackStatement_publicationId_idx" ON "TrackStatement"("publicationId");

-- CreateIndex
CREATE INDEX "TrackPage_kind_subjectId_publishedAt_publicationId_idx" ON "TrackPage"("kind", "subjectId", "publishedAt", "publicationId");

-- CreateIndex
CREATE INDEX "TrackPage_publicationId_idx" ON "TrackPage"("publicationId");

-- CreateIndex
CREATE INDEX "TrackPage_publishedAt_idx" ON "TrackPage"("publishedAt");

-- AddForeignKey
ALTER TABLE "TrackStatement" ADD CONSTRAINT "TrackStatement_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackPage" ADD CONSTRAINT "TrackPage_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackClaim" ADD CONSTRAINT "TrackClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
