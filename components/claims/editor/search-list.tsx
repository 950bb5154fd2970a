"use client";

import { useRef, useState } from "react";
import { Proposals } from "#components/proposals/proposals";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { DraftDetails } from "#components/ui/draft-details";
import { DraftForm } from "#components/ui/draft-form";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import type { SearchView } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { firstWords } from "#lib/words/lists";
import type { ClaimPart } from "./claim-part";
import { PlaceField } from "./place-field";
import { SEARCH_KEY, useSearchKey } from "./use-search-key";

const said = words.claimEditor;
/** UTF-16 units, as the record takes them. */
const MOST_LOOKED_FOR = 300;

/** "We looked and found nothing" is a record: what was looked for, where, when, by whom. */
export function SearchList({ place, drafts, onDone, isOpen }: ClaimPart) {
  const { searches, claim } = place.desk;
  const [leaving, setLeaving] = useState<SearchView | null>(null);
  const details = useRef<HTMLDetailsElement>(null);
  useSearchKey(details);
  return (
    <section className="sect" aria-labelledby="c-searches">
      <h2 id="c-searches">{said.searches}</h2>
      <p className="small muted">{said.searchesWhy}</p>
      {searches.length === 0 ? (
        <p className="mt-3 muted">{said.noSearches}</p>
      ) : (
        <SearchTable searches={searches} onRemove={isOpen ? setLeaving : null} />
      )}
      {isOpen && (
        <DraftDetails details={details} hasDraft={drafts.bodyOf(`claim:${claim.id}:search`) !== null}>
          <summary aria-keyshortcuts={SEARCH_KEY}>
            <span>{said.addSearch}</span> <kbd>{SEARCH_KEY}</kbd>
          </summary>
          <p className="small muted">{said.searchKeys}</p>
          <DraftForm
            subject={`claim:${claim.id}:search`}
            drafts={drafts}
            saved={{
              lookedFor: firstWords(claim.wording, MOST_LOOKED_FOR),
              place: "",
              searchedAt: place.today,
            }}
            send={(values, save) =>
              save("search.add", place.actions.addSearch, { ...values, claimId: claim.id })
            }
            submit={said.recordIt}
            done={said.searchAdded}
            startsAnew
            onDone={onDone}
          >
            {(form) => (
              <>
                <Proposals
                  claimId={claim.id}
                  model={place.model}
                  decide={place.actions.decideProposal}
                  use="SEARCHES"
                  form={form}
                  fields={["lookedFor", "place"]}
                />
                <TextField {...form.field("lookedFor")} label={said.lookedFor} maxLength={300} />
                <PlaceField
                  bound={form.field("place")}
                  lookedFor={form.values.lookedFor ?? ""}
                  places={place.places}
                />
                <TextField {...form.field("searchedAt")} type="date" label={said.searchedAt} />
              </>
            )}
          </DraftForm>
        </DraftDetails>
      )}
      {leaving && (
        <AskDialog
          undrafted="nothing-typed"
          title={said.removeSearchTitle}
          confirm={said.removeSearch}
          isDanger
          note={<p>{said.removeSearchBody(leaving.lookedFor)}</p>}
          action={asked(() => send(place.actions.removeSearch, { searchId: leaving.id }))}
          onDone={() => onDone(said.searchRemoved)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

function SearchTable(props: {
  searches: readonly SearchView[];
  onRemove: ((search: SearchView) => void) | null;
}) {
  const { onRemove } = props;
  return (
    <div className="scroll mt-3">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{said.columns.lookedFor}</th>
            <th scope="col">{said.place}</th>
            <th scope="col">{said.searchedAt}</th>
            <th scope="col">{said.columns.result}</th>
            {onRemove && (
              <th scope="col">
                <span className="sr">{said.removeSearch}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.searches.map((search) => (
            <tr key={search.id}>
              <th scope="row" dir="auto">
                {search.lookedFor}
              </th>
              <td data-l={said.place} dir="auto">
                {search.place}
              </td>
              <td data-l={said.searchedAt} className="nowrap">
                {shortDay(search.searchedAt)}
              </td>
              <td data-l={said.columns.result}>{said.nothingFound}</td>
              {onRemove && (
                <td data-l="">
                  <button type="button" className="btn btn--s btn--danger" onClick={() => onRemove(search)}>
                    {said.removeSearch}
                    <span className="sr">: {search.lookedFor}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
