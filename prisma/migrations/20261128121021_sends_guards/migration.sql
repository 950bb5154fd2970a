-- What Prisma's schema can't say about forms that were sent. Their answers are ids, counts, and now and then a link: never long.

ALTER TABLE "Sending"
  ADD CONSTRAINT "Sending_id_hex" CHECK ("id" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Sending_sealed_bounded" CHECK (length("sealed") <= 100000);
