-- AlterTable
ALTER TABLE "QueueAct" ADD COLUMN     "givenToId" UUID,
ADD COLUMN     "ruleId" UUID,
ALTER COLUMN "byId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "AssigningRule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "feedId" UUID,
    "publisher" TEXT,
    "language" TEXT,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssigningRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssigningPerson" (
    "ruleId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" INTEGER,
    "given" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AssigningPerson_pkey" PRIMARY KEY ("ruleId","personId")
);

-- CreateIndex
CREATE INDEX "AssigningRule_deletedAt_idx" ON "AssigningRule"("deletedAt");

-- CreateIndex
CREATE INDEX "QueueAct_ruleId_actId_idx" ON "QueueAct"("ruleId", "actId");

-- AddForeignKey
ALTER TABLE "QueueAct" ADD CONSTRAINT "QueueAct_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "AssigningRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueAct" ADD CONSTRAINT "QueueAct_givenToId_fkey" FOREIGN KEY ("givenToId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssigningRule" ADD CONSTRAINT "AssigningRule_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssigningRule" ADD CONSTRAINT "AssigningRule_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssigningPerson" ADD CONSTRAINT "AssigningPerson_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "AssigningRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssigningPerson" ADD CONSTRAINT "AssigningPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
