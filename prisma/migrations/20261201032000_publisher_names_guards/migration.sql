-- By what a credit names a publisher: its name, or the first part of its address ("ninanews" of "www.ninanews.com").
CREATE INDEX "Publisher_named_so" ON "Publisher" (split_part(regexp_replace(lower("name"), '^www\.', ''), '.', 1));
