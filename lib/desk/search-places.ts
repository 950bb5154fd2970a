import { countPlaces, deletePlace as deleteRow, isPlaceNamed, keepPlace } from "#lib/db/claims/places";
import { AddPlace, DeletePlace, MOST_PLACES } from "#lib/domain/search-places";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/** What editors do about the places where the newsroom usually looks. They lead everybody at the desk to an address, so contributors only use them. */

const say = words.searchPlaces.errors;

export const addPlace = verb("searchPlace.add", {
  input: AddPlace,
  run: async ({ tx, actor, input, now }) => {
    if ((await countPlaces(tx)) >= MOST_PLACES) throw new AppError("conflict", say.tooMany);
    if (await isPlaceNamed(tx, input.name)) {
      throw new AppError("invalid_input", say.nameTaken, { field: "name" });
    }
    const placeId = await keepPlace(tx, { ...input, addedById: actor.id }, now);
    return {
      result: { placeId },
      subject: `searchPlace:${placeId}`,
      payload: { ...input, quote: input.name },
    };
  },
});

/** For good. Records of searches hold the name as words, and keep it. */
export const deletePlace = verb("searchPlace.delete", {
  input: DeletePlace,
  run: async ({ tx, input: { placeId } }) => {
    const name = await deleteRow(tx, placeId);
    if (name === null) throw new AppError("not_found", say.notHere);
    return { result: { placeId }, subject: `searchPlace:${placeId}`, payload: { quote: name } };
  },
});
