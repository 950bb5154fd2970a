interface Props {
  readonly id: string;
  /** What stands in it at first. */
  readonly typed: string | null | undefined;
  /** Said to screen readers, and shown while nothing is typed. */
  readonly label: string;
  readonly button: string;
  /** UTF-16 units. */
  readonly maxLength: number;
}

/** The box of a search and its button, for a form that asks for an address: what is typed is sent as `search`. */
export function SearchBox({ id, typed, label, button, maxLength }: Props) {
  return (
    <>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        type="search"
        name="search"
        defaultValue={typed ?? undefined}
        maxLength={maxLength}
        placeholder={label}
        dir="auto"
        autoComplete="off"
        enterKeyHint="search"
      />
      <button className="btn btn--main" type="submit">
        {button}
      </button>
    </>
  );
}
