-- CreateTable
CREATE TABLE "Standing" (
    "subjectId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "publicationId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "publisher" TEXT,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "StandingStatement" (
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "day" DATE NOT NULL,
    "label" "ReaderLabel" NOT NULL,
    "claimId" UUID,
    "speaker" TEXT,
    "speakerKind" "SpeakerKind",
    "dueFrom" DATE,
    "dueTo" DATE,

    CONSTRAINT "StandingStatement_pkey" PRIMARY KEY ("publicationId","number")
);

-- CreateTable
CREATE TABLE "StandingClaim" (
    "claimId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "appearances" INTEGER NOT NULL,

    CONSTRAINT "StandingClaim_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "StandingChange" (
    "publicationId" UUID NOT NULL,
    "isWithdrawal" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "StandingChange_pkey" PRIMARY KEY ("publicationId","isWithdrawal")
);

-- CreateTable
CREATE TABLE "StandingTotal" (
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "StandingTotal_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Standing_publicationId_key" ON "Standing"("publicationId");

-- CreateIndex
CREATE INDEX "Standing_kind_publishedAt_publicationId_idx" ON "Standing"("kind", "publishedAt", "publicationId");

-- CreateIndex
CREATE INDEX "Standing_publishedAt_publicationId_idx" ON "Standing"("publishedAt", "publicationId");

-- CreateIndex
CREATE INDEX "StandingStatement_claimId_day_publishedAt_publicationId_num_idx" ON "StandingStatement"("claimId", "day", "publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingStatement_claimId_publishedAt_publicationId_number_idx" ON "StandingStatement"("claimId", "publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingStatement_label_dueTo_publishedAt_publicationId_num_idx" ON "StandingStatement"("label", "dueTo", "publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingClaim_publishedAt_claimId_idx" ON "StandingClaim"("publishedAt", "claimId");

-- CreateIndex
CREATE INDEX "StandingChange_at_publicationId_isWithdrawal_idx" ON "StandingChange"("at", "publicationId", "isWithdrawal");

-- CreateIndex
CREATE INDEX "StandingChange_subjectId_at_idx" ON "StandingChange"("subjectId", "at");

-- CreateIndex
CREATE INDEX "Publication_reviewId_idx" ON "Publication"("reviewId");

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingStatement" ADD CONSTRAINT "StandingStatement_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingStatement" ADD CONSTRAINT "StandingStatement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingClaim" ADD CONSTRAINT "StandingClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingChange" ADD CONSTRAINT "StandingChange_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
