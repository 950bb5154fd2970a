-- CreateEnum
CREATE TYPE "TrialField" AS ENUM ('LABEL', 'SOURCING', 'SOURCE', 'CERTAINTY', 'WINDOW');

-- CreateEnum
CREATE TYPE "TrialVerdict" AS ENUM ('RIGHT', 'CHANGED', 'REMOVED');

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "switchId" UUID;

-- CreateTable
CREATE TABLE "SuggestionTrial" (
    "rule" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "field" "TrialField" NOT NULL,
    "verdict" "TrialVerdict" NOT NULL,
    "week" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "exampleId" UUID NOT NULL,

    CONSTRAINT "SuggestionTrial_pkey" PRIMARY KEY ("rule","version","field","verdict","week")
);

-- CreateTable
CREATE TABLE "RuleSwitch" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "offById" UUID NOT NULL,
    "offAt" TIMESTAMPTZ(3) NOT NULL,
    "onById" UUID,
    "onAt" TIMESTAMPTZ(3),
    "onReason" TEXT,

    CONSTRAINT "RuleSwitch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SuggestionTrial_week_idx" ON "SuggestionTrial"("week");

-- CreateIndex
CREATE INDEX "RuleSwitch_offAt_idx" ON "RuleSwitch"("offAt");

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "RuleSwitch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSwitch" ADD CONSTRAINT "RuleSwitch_offById_fkey" FOREIGN KEY ("offById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSwitch" ADD CONSTRAINT "RuleSwitch_onById_fkey" FOREIGN KEY ("onById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
