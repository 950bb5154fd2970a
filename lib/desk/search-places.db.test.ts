import { afterAll, beforeAll, expect, test } from "vitest";
import { searchPlaces, typedOften } from "#lib/db/claims/places";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { MOST_PLACES, RECORDS_LOOKED_AT } from "#lib/domain/search-places";
import * as words from "#lib/words";
import { addSearch, createClaim } from "./claims";
import { addPlace, deletePlace } from "./search-places";
import { at, NOW, person } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let cleo: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [mara, cleo] = [await person("Mara"), await person("Cleo", "CONTRIBUTOR")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

test("editors keep places, each name once; what was recorded stays when one goes", async () => {
  const address = "https://register.example/?q={query}";
  await expect(addPlace(cleo, { name: "Register", address }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  const { placeId } = await addPlace(mara, { name: "Register", address }, at);
  await expect(addPlace(mara, { name: " REGISTER " }, at)).rejects.toMatchObject({ field: "name" });
  await addPlace(mara, { name: "Archive", address: "" }, at);
  expect(await searchPlaces()).toMatchObject([
    { name: "Archive", address: null },
    { name: "Register", address },
  ]);
  const { claimId } = await createClaim(mara, { wording: "The dam is safe." }, at);
  const search = { claimId, lookedFor: "dam", place: "Register", searchedAt: "2024-09-19" };
  await addSearch(mara, search, at);
  await deletePlace(mara, { placeId }, at);
  await expect(deletePlace(mara, { placeId }, at)).rejects.toMatchObject({ code: "not_found" });
  expect(await database().searchRecord.findFirst({ where: { claimId } })).toMatchObject({
    place: "Register",
    removedAt: null,
  });
});

test("there are 40 at most", async () => {
  const room = MOST_PLACES - (await searchPlaces()).length;
  for (let i = 0; i < room; i += 1) await addPlace(mara, { name: `Place ${i}` }, at);
  await expect(addPlace(mara, { name: "One more" }, at)).rejects.toThrow(words.searchPlaces.errors.tooMany);
});

test("what people type often lately is offered, and what is kept or long ago isn’t", async () => {
  const { claimId } = await createClaim(mara, { wording: "The quay is safe." }, at);
  const record = (place: string, count: number) =>
    database().searchRecord.createMany({
      data: Array.from({ length: count }, () => ({
        claimId,
        place,
        lookedFor: "dam",
        searchedAt: NOW,
        byId: mara.id,
      })),
    });
  await record("Long ago", 50);
  await record("Filler", RECORDS_LOOKED_AT);
  await record("The gazette", 4);
  await record("the Gazette", 2);
  await record("Land register", 3);
  await record("Twice", 2);
  expect(await typedOften([{ name: "FILLER" }])).toEqual(
    ["The gazette", "Land register"].map((name) =>
      name === "The gazette" ? expect.stringMatching(/^the gazette$/i) : name,
    ),
  );
});
