-- CreateTable
CREATE TABLE "StandingUpstream" (
    "publicationId" UUID NOT NULL,
    "upstreamId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StandingUpstream_pkey" PRIMARY KEY ("publicationId","upstreamId")
);

-- CreateIndex
CREATE INDEX "StandingUpstream_upstreamId_publishedAt_publicationId_idx" ON "StandingUpstream"("upstreamId", "publishedAt", "publicationId");

-- AddForeignKey
ALTER TABLE "StandingUpstream" ADD CONSTRAINT "StandingUpstream_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
