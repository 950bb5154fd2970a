-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "path" TEXT,
    "words" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "erasedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ErrorReport_tokenHash_key" ON "ErrorReport"("tokenHash");

-- CreateIndex
CREATE INDEX "ErrorReport_sentAt_id_idx" ON "ErrorReport"("sentAt", "id");

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
