-- CreateTable
CREATE TABLE "SearchPlace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchPlace_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "SearchPlace" ADD CONSTRAINT "SearchPlace_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
