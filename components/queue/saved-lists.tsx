"use client";

import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { LIST_NAME_LENGTH } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import type { SavedList } from "#lib/domain/saved-lists";
import * as words from "#lib/words";

const said = words.savedLists;

export interface ListActions {
  readonly save: FormAction;
  readonly rename: FormAction;
  readonly delete: FormAction;
}

interface Props {
  readonly lists: readonly SavedList[];
  /** The list that is shown, as an address has it. */
  readonly query: string;
  readonly actions: ListActions;
}

/** Lists to come back to: one's own and those that others share, the way to save what is shown, and to rename or delete one's own. */
export function SavedLists({ lists, query, actions }: Props) {
  const own = lists.filter(({ ownerName }) => ownerName === null);
  return (
    <section className="q-saved" aria-label={said.title}>
      {lists.length > 0 && (
        <>
          <h2>{said.title}</h2>
          <div className="q-views">
            {lists.map((list) => (
              <Link
                key={list.id}
                href={`/desk?${list.query}`}
                aria-current={list.query === query ? "true" : undefined}
                prefetch={false}
                dir="auto"
              >
                {nameWords(list)}
              </Link>
            ))}
          </div>
        </>
      )}
      <SaveList count={lists.length} query={query} action={actions.save} />
      {own.length > 0 && (
        <details>
          <summary>{said.change}</summary>
          {own.map((list) => (
            <Change key={`${list.id} ${list.name}`} list={list} actions={actions} />
          ))}
        </details>
      )}
    </section>
  );
}

/** A list more empties the field of the name. */
function SaveList({ count, query, action }: { count: number; query: string; action: FormAction }) {
  return (
    <details>
      <summary>{said.save}</summary>
      <Form
        draft="savedList"
        action={action}
        hidden={{ query }}
        className="stack-3"
        buttons={<SubmitButton className="btn btn--s" working={words.signedIn.working} label={said.save} />}
      >
        {({ field, done }) => (
          <>
            <p role="status">{done ? said.saved : ""}</p>
            <TextField
              {...field("name")}
              key={count}
              label={said.name}
              hint={said.nameHint}
              maxLength={LIST_NAME_LENGTH}
              required
            />
            <label className="tick small">
              <input type="checkbox" name="isShared" value="yes" />
              {said.share}
            </label>
          </>
        )}
      </Form>
    </details>
  );
}

function nameWords({ name, ownerName, isShared }: SavedList): string {
  if (ownerName !== null) return said.of(name, ownerName);
  return isShared ? said.shared(name) : name;
}

function Change({ list: { id, name, isShared }, actions }: { list: SavedList; actions: ListActions }) {
  return (
    <fieldset className="stack-2">
      <legend className="legend-label" dir="auto">
        {name}
      </legend>
      <Form
        draft={`savedList:${id}`}
        action={actions.rename}
        hidden={{ listId: id }}
        className="stack-2"
        buttons={
          <SubmitButton
            className="btn btn--s"
            working={words.signedIn.working}
            label={said.rename}
            of={name}
          />
        }
      >
        {({ field }) => (
          <TextField {...field("name", name)} label={said.newName} maxLength={LIST_NAME_LENGTH} required />
        )}
      </Form>
      <details>
        <summary>{said.delete}</summary>
        <p className="small" dir="auto">
          {said.deleteAsk(name, isShared)}
        </p>
        <ActButton action={actions.delete} hidden={{ listId: id }} label={said.reallyDelete} of={name} />
      </details>
    </fieldset>
  );
}
