import { EVERYTHING, type SearchFilter } from "#lib/domain/search-filter";
import { searchFields } from "#lib/publish/search-view";
import * as words from "#lib/words";

const w = words.find.search;

/** The search box: a plain form, which needs no script. `filter` narrows what is asked for, as it did. */
export function SearchBar(props: { readonly filter?: SearchFilter; readonly hint?: string }) {
  const { filter = EVERYTHING, hint } = props;
  return (
    <form className="searchbar no-print" action="/search">
      <label className="sr" htmlFor="search-words">
        {w.label}
      </label>
      <input
        className="input"
        id="search-words"
        type="search"
        name="q"
        defaultValue={filter.q}
        maxLength={1000}
        placeholder={w.example}
        dir="auto"
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby={hint === undefined ? undefined : "search-hint"}
      />
      {searchFields({ ...filter, q: "" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn btn--main" type="submit">
        {w.button}
      </button>
      {hint === undefined ? null : (
        <small id="search-hint" className="small muted">
          {hint}
        </small>
      )}
    </form>
  );
}
