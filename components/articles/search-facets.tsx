import Link from "next/link";
import { Field } from "#components/ui/field";
import type { Scale } from "#lib/domain/scale";
import { NAMED_FACETS, type SearchCounts, type SearchFilter } from "#lib/domain/search-filter";
import { facetGroups, isNarrowed, searchChips, searchKinds, widened } from "#lib/publish/search-facets";
import { searchFields } from "#lib/publish/search-view";
import { trackHref } from "#lib/publish/track-links";
import * as words from "#lib/words";

const w = words.searchFacets;

interface Props {
  readonly filter: SearchFilter;
  readonly counts: SearchCounts;
}

interface Narrowed {
  readonly filter: SearchFilter;
  /** What verdicts are called. */
  readonly scale: Scale;
}

/** Each search as an address: no script is needed to narrow one. */
export function SearchKinds({ filter, counts }: Props) {
  return (
    <nav className="nav mt-5" aria-label={words.find.search.where}>
      {searchKinds(filter, counts).map(({ href, words: said, n, isHere }) => (
        <Link key={href} href={href} aria-current={isHere ? "page" : undefined}>
          {said} <span className="ledger-count">{w.n(n, counts.most)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** The filters that are chosen, each with the way to take it away. */
export function SearchChips({ filter, scale }: Narrowed) {
  const chips = searchChips(filter, scale);
  if (chips.length === 0) return null;
  return (
    <nav className="facet-chips mt-3" aria-label={w.chosen}>
      <ul className="cluster">
        {chips.map(({ name, words: said, away, href }) => (
          <li key={name}>
            <Link className="chip chip--on" href={href} aria-label={away}>
              {said} <span aria-hidden="true">×</span>
            </Link>
          </li>
        ))}
        {chips.length < 2 ? null : (
          <li>
            <Link href={widened(filter)}>{w.all}</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What can be chosen, with how much there would be. Beside the results where there is room, behind them on a phone. */
export function SearchFacets({ filter, counts, scale }: Props & Narrowed) {
  const groups = facetGroups(filter, counts, scale);
  const total = counts.kinds[filter.kind ?? "all"];
  return (
    <section className="facets no-print" id="narrow" aria-labelledby="narrow-title">
      <h2 id="narrow-title">{w.narrow}</h2>
      <p className="small muted">{w.counted(counts.most, total > counts.most)}</p>
      {groups.map(({ name, title, options }) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h3 id={`facet-${name}`}>{title}</h3>
          <ul>
            {options.map(({ value, words: said, n, href }) => (
              <li key={value}>
                <Link href={href} rel="nofollow">
                  <span dir="auto">{said}</span> <span className="ledger-count">{n}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {filter.kind === "statements" || filter.kind === "claims" ? null : (
        <p className="small muted mt-4">{w.onOneStatement}</p>
      )}
      <NameForm filter={filter} />
    </section>
  );
}

/** A name that isn't among those with most. */
function NameForm({ filter }: { readonly filter: SearchFilter }) {
  const kept = searchFields({ ...filter, publisher: null, speaker: null, topic: null });
  return (
    <form className="stack-3 mt-4" action="/search">
      <h3>{w.byName}</h3>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {NAMED_FACETS.map((name) => (
        <Field key={name} id={`search-${name}`} label={w.names[name]}>
          {(control) => (
            <input
              {...control}
              type="text"
              name={name}
              defaultValue={filter[name] ?? ""}
              maxLength={200}
              dir="auto"
              autoComplete="off"
            />
          )}
        </Field>
      ))}
      <small className="small muted">{w.byNameHint}</small>
      <button className="btn" type="submit">
        {w.apply}
      </button>
    </form>
  );
}

/** Whose name has what was looked for, with the way to their record. */
export function NamesFound({ filter, counts }: Props) {
  if (counts.names.length === 0 || filter.kind === "claims") return null;
  return (
    <section className="names-found mt-5" aria-labelledby="names-title">
      <h2 id="names-title" className="small">
        {w.people}
      </h2>
      <ul className="cluster">
        {counts.names.map(({ kind, name, recordId, n }) => (
          <li key={`${kind} ${name}`}>
            {recordId === null ? (
              <bdi>{name}</bdi>
            ) : (
              <Link href={trackHref({ kind: kind === "publisher" ? "PUBLISHER" : "SPEAKER", id: recordId })}>
                <bdi>{name}</bdi>
              </Link>
            )}{" "}
            <span className="small muted">
              {w.kindOfName[kind]}
              {words.lists.comma}
              {w.inResults(n)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How to go on where filters leave nothing. */
export function NothingLeft({ filter, scale }: Narrowed) {
  if (!isNarrowed(filter)) return null;
  return (
    <>
      <p className="mt-4">{w.takeAway}</p>
      <ul className="bullets">
        {searchChips(filter, scale).map(({ name, words: said, away, href }) => (
          <li key={name}>
            <Link href={href} aria-label={away}>
              {said}
            </Link>
          </li>
        ))}
        <li>
          <Link href={widened(filter)}>{w.all}</Link>
        </li>
      </ul>
    </>
  );
}
