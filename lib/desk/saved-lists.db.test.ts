import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { savedListsOf } from "#lib/db/queue/saved-lists";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { MOST_LISTS } from "#lib/domain/saved-lists";
import * as words from "#lib/words";
import { deleteList, renameList, saveList } from "./saved-lists";
import { at, person } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let cleo: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
beforeEach(async () => {
  [mara, cleo] = [await person("Mara"), await person("Cleo", "CONTRIBUTOR")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

const namesOf = async (actor: Actor) => (await savedListsOf(actor.id)).map(({ name }) => name);
const QUERY = "view=all&sort=due&label=OPINION";

test("a list is kept by its address, without what can't be asked and without its place", async () => {
  const query = `${QUERY}&after=0_x&nonsense=1&sourcing=LIE&label=REPORTED`;
  await saveList(cleo, { name: "  Opinions\n to look at ", query }, at);
  expect(await savedListsOf(cleo.id)).toMatchObject([
    {
      name: "Opinions to look at",
      query: QUERY.replace("OPINION", "REPORTED"),
      isShared: false,
      ownerName: null,
    },
  ]);
  expect(await namesOf(mara)).not.toContain("Opinions to look at");
});

test("a shared one is everybody's to open, and its owner's alone to rename and delete", async () => {
  const { listId } = await saveList(mara, { name: "For all", query: QUERY, isShared: "yes" }, at);
  expect(await savedListsOf(cleo.id)).toContainEqual(
    expect.objectContaining({ name: "For all", isShared: true, ownerName: "Mara" }),
  );
  await expect(renameList(cleo, { listId, name: "Mine" }, at)).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteList(cleo, { listId }, at)).rejects.toMatchObject({ code: "not_found" });
  await renameList(mara, { listId, name: "For everybody" }, at);
  expect(await namesOf(cleo)).toContain("For everybody");
  await deleteList(mara, { listId }, at);
  expect(await namesOf(cleo)).not.toContain("For everybody");
  await expect(deleteList(mara, { listId }, at)).rejects.toMatchObject({ code: "not_found" });
});

test("one person has one list of a name, and only so many", async () => {
  const { listId } = await saveList(mara, { name: "One", query: QUERY }, at);
  const taken = { code: "invalid_input", field: "name", message: words.savedLists.nameTaken };
  await expect(saveList(mara, { name: "One", query: "" }, at)).rejects.toMatchObject(taken);
  await saveList(cleo, { name: "One", query: QUERY }, at);
  await saveList(mara, { name: "Two", query: QUERY }, at);
  await expect(renameList(mara, { listId, name: "Two" }, at)).rejects.toMatchObject(taken);
  await renameList(mara, { listId, name: "One" }, at);
  await database().savedList.createMany({
    data: Array.from({ length: MOST_LISTS - 3 }, (_, n) => {
      return { ownerId: mara.id, name: `List ${n}`, query: QUERY, isShared: false };
    }),
  });
  const last = ["The last", "One too many"].map((name) => saveList(mara, { name, query: QUERY }, at));
  const answers = await Promise.allSettled(last);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await database().savedList.count({ where: { ownerId: mara.id } })).toBe(MOST_LISTS);
});

test.each([
  [{ name: "  " }, words.complaints.noListName],
  [{ name: "x".repeat(81) }, words.complaints.longListName],
])("a list has a name of some length: %#", async (given, message) => {
  await expect(saveList(mara, { query: QUERY, ...given }, at)).rejects.toThrow(message);
});
