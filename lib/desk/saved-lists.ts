import { countLists, deleteOwnList, isListNamed, keepList, renameOwnList } from "#lib/db/queue/saved-lists";
import { DeleteList, MOST_LISTS, RenameList, SaveList } from "#lib/domain/saved-lists";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/** Lists of the queue that people come back to. No part of the record: their acts leave no event. */

const said = words.savedLists;

export const saveList = verb("list.save", {
  input: SaveList,
  run: async ({ tx, actor, input, now }) => {
    if ((await countLists(tx, actor.id)) >= MOST_LISTS) {
      throw new AppError("conflict", said.tooMany(MOST_LISTS));
    }
    if (await isListNamed(tx, actor.id, input.name)) throw nameTaken();
    const listId = await keepList(tx, { ...input, ownerId: actor.id }, now);
    return { result: { listId }, subject: null, payload: null };
  },
});

export const renameList = verb("list.rename", {
  input: RenameList,
  run: async ({ tx, actor, input: { listId, name } }) => {
    if (await isListNamed(tx, actor.id, name, listId)) throw nameTaken();
    if (!(await renameOwnList(tx, actor.id, listId, name))) throw notThere();
    return { result: null, subject: null, payload: null };
  },
});

export const deleteList = verb("list.delete", {
  input: DeleteList,
  run: async ({ tx, actor, input: { listId } }) => {
    if (!(await deleteOwnList(tx, actor.id, listId))) throw notThere();
    return { result: null, subject: null, payload: null };
  },
});

const nameTaken = () => new AppError("invalid_input", said.nameTaken, { field: "name" });
const notThere = () => new AppError("not_found", words.errors.notFound);
