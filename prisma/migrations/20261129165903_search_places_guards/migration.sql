-- A name stands for one place, whatever its capital letters.
CREATE UNIQUE INDEX "SearchPlace_one_of_a_name" ON "SearchPlace" (lower("name"));
ALTER TABLE "SearchPlace"
  ADD CONSTRAINT "SearchPlace_bounded" CHECK (length("name") BETWEEN 1 AND 80 AND length("address") BETWEEN 1 AND 500),
  ADD CONSTRAINT "SearchPlace_on_the_web" CHECK ("address" ~ '^https?://' AND position('{query}' IN "address") > 0);
