import type { Metadata } from "next";
import { PlaceForm, PlaceList } from "#components/claims/places/place-list";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import { searchPlaces } from "#lib/db/claims/places";
import { may } from "#lib/domain/actor";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { addAction, deleteAction } from "./actions";

const say = words.searchPlaces;

export const metadata: Metadata = { title: `${say.title}.` };

/** Where the newsroom usually looks, and the form that keeps another place. */
export default async function PlacesPage() {
  const actor = await requirePage();
  const mayKeep = may(actor.role, "searchPlace.add");
  const places = await searchPlaces();
  return (
    <KeptFocus heading="places">
      <h1 className="page-title" id="places">
        {say.title}
      </h1>
      <p className="lede">{say.lede}</p>
      {places.length === 0 ? (
        <p className="muted mt-4">{say.none}</p>
      ) : (
        <div className="mt-6">
          <PlaceList places={places} remove={mayKeep ? deleteAction : null} />
        </div>
      )}
      {mayKeep && (
        <Section id="add-place" title={say.add.title}>
          <PlaceForm action={addAction} />
        </Section>
      )}
    </KeptFocus>
  );
}
