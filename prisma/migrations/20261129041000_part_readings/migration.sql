-- CreateTable
CREATE TABLE "PartReading" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ NOT NULL,
    "endedAt" TIMESTAMPTZ,
    "message" TEXT,
    "found" INTEGER,
    "spans" JSONB,
    "engineName" TEXT,
    "engineVersion" TEXT,

    CONSTRAINT "PartReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PartReading_versionId_idx" ON "PartReading"("versionId");

-- AddForeignKey
ALTER TABLE "PartReading" ADD CONSTRAINT "PartReading_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartReading" ADD CONSTRAINT "PartReading_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
