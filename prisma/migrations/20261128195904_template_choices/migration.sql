-- CreateTable
CREATE TABLE "TemplateChoice" (
    "statementId" UUID NOT NULL,
    "key" TEXT,
    "words" TEXT,
    "chosenById" UUID NOT NULL,
    "chosenAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "TemplateChoice_pkey" PRIMARY KEY ("statementId")
);

-- AddForeignKey
ALTER TABLE "TemplateChoice" ADD CONSTRAINT "TemplateChoice_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateChoice" ADD CONSTRAINT "TemplateChoice_chosenById_fkey" FOREIGN KEY ("chosenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
