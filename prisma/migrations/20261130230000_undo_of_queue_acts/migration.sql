-- What somebody did last with items of the queue is read by whose it is.
-- CreateIndex
CREATE INDEX "QueueAct_byId_actId_idx" ON "QueueAct"("byId", "actId");
