import type { SearchKind } from "#lib/domain/search";
import { words } from "#lib/words";

const w = words.reader.find.search;

/** The search box: a plain form, which needs no script. `kind` narrows what is asked for, as it was. */
export function SearchBar(props: {
  readonly typed?: string;
  readonly kind?: SearchKind | null;
  readonly hint?: string;
}) {
  const { typed = "", kind = null, hint } = props;
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
        defaultValue={typed}
        maxLength={1000}
        placeholder={w.example}
        dir="auto"
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby={hint === undefined ? undefined : "search-hint"}
      />
      {kind === null ? null : <input type="hidden" name="in" value={kind} />}
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
