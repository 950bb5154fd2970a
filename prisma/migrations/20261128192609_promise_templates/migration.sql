-- AlterTable
ALTER TABLE "StandingPromise" ADD COLUMN     "day" DATE NOT NULL DEFAULT '9999-12-31'::date,
ADD COLUMN     "template" TEXT;

-- CreateIndex
CREATE INDEX "StandingPromise_template_day_publicationId_number_idx" ON "StandingPromise"("template", "day", "publicationId", "number");
