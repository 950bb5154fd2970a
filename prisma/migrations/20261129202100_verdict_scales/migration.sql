-- A verdict's code is one of the newsroom's scale, and no longer one of six. What stands stays as it is.
ALTER TABLE "Verdict" ALTER COLUMN "code" TYPE TEXT USING "code"::text,
ADD COLUMN     "given" JSONB;

-- DropEnum
DROP TYPE "VerdictCode";

-- CreateTable
CREATE TABLE "VerdictScale" (
    "number" INTEGER NOT NULL,
    "codes" JSONB NOT NULL,
    "former" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "broughtBack" INTEGER,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerdictScale_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "VerdictScale_byId_idx" ON "VerdictScale"("byId");

-- AddForeignKey
ALTER TABLE "VerdictScale" ADD CONSTRAINT "VerdictScale_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
