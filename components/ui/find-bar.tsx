import { SearchBox } from "./search-box";

/** Where a link leads to that is to begin a search. */
export const FIND_WORDS = "find-words";

/** A search box for the list that it stands over: it asks the same address, and needs no script. */
export function FindBar(props: {
  readonly typed: string;
  readonly label: string;
  readonly button: string;
  /** Where it stands far down on its page: the address that it asks, with the id of a heading, so that what is found is in view. */
  readonly at?: string;
}) {
  const { typed, label, button, at = "" } = props;
  return (
    <form className="searchbar" {...(at === "" ? {} : { action: at })}>
      <SearchBox id={FIND_WORDS} typed={typed} label={label} button={button} maxLength={200} />
    </form>
  );
}
