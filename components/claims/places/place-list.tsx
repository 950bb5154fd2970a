"use client";

import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { TableHead } from "#components/ui/table-head";
import { PLACE_ADDRESS_LENGTH, PLACE_NAME_LENGTH } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import type { SearchPlaceView } from "#lib/domain/place-links";
import * as words from "#lib/words";

const say = words.searchPlaces;

/** All places that are kept. `remove` is null where this person may not. */
export function PlaceList(props: {
  readonly places: readonly SearchPlaceView[];
  readonly remove: FormAction | null;
}) {
  const { places, remove } = props;
  const [leaving, setLeaving] = useState<SearchPlaceView | null>(null);
  const { act, ...others } = say.columns;
  return (
    <>
      <table className="cards">
        <caption className="sr">{say.list}</caption>
        <TableHead columns={remove ? say.columns : others} />
        <tbody>
          {places.map((place) => (
            <tr key={place.id}>
              <th scope="row" className="wrap-anywhere">
                <bdi>{place.name}</bdi>
              </th>
              <td data-l={say.columns.address} className="wrap-anywhere">
                {place.address === null ? (
                  <span className="muted">{say.noAddress}</span>
                ) : (
                  <bdi>{place.address}</bdi>
                )}
              </td>
              {remove && (
                <td data-l={act}>
                  <button type="button" className="btn btn--s btn--danger" onClick={() => setLeaving(place)}>
                    {say.delete.button}
                    <span className="sr">: {place.name}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && remove && (
        <AskDialog
          undrafted="nothing-typed"
          action={remove}
          hidden={{ placeId: leaving.id }}
          title={say.delete.title}
          note={<p dir="auto">{say.delete.ask(leaving.name)}</p>}
          confirm={say.delete.confirm}
          isDanger
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

/** Keeps another place. */
export function PlaceForm({ action }: { action: FormAction }) {
  return (
    <Form draft="place" className="stack-4 measure" action={action} noValidate>
      {(form) => (
        <>
          <TextField
            {...form.field("name")}
            label={say.add.name}
            hint={say.add.nameHint}
            maxLength={PLACE_NAME_LENGTH}
            autoComplete="off"
          />
          <TextField
            {...form.field("address")}
            label={say.add.address}
            hint={say.add.addressHint}
            maxLength={PLACE_ADDRESS_LENGTH}
            autoComplete="off"
            inputMode="url"
            spellCheck={false}
          />
          <div className="cluster">
            <SubmitButton className="btn btn--main" working={words.signedIn.working} label={say.add.submit} />
            <p role="status">{form.done && say.add.done}</p>
          </div>
        </>
      )}
    </Form>
  );
}
