"use client";

import { useEffect, useState } from "react";
import type { PersonHere } from "#lib/domain/live";
import * as words from "#lib/words";

const said = words.live;

/** Who else has the same open. `where` says at what of it; null for nowhere in particular. Nothing where nobody else is here. */
export function AlsoHere(props: {
  readonly here: readonly PersonHere[];
  readonly where?: (at: PersonHere["at"]) => string | null;
}) {
  const { here, where } = props;
  const names = here.map(({ name }) => name).join(", ");
  return (
    <>
      {here.length > 0 && (
        <p className="xs" data-live="here">
          {said.alsoHere}{" "}
          {here.map(({ id, name, at }, index) => (
            <span key={id}>
              {index > 0 && "; "}
              <b>{name}</b>
              {where?.(at) && ` ${where(at)}`}
            </span>
          ))}
        </p>
      )}
      <Coming names={names} />
    </>
  );
}

/** Said politely when somebody comes or goes, and never as they move about. */
function Coming({ names }: { readonly names: string }) {
  const [told, setTold] = useState({ names: "", text: "" });
  useEffect(() => {
    if (told.names !== names) setTold({ names, text: said.cameAndWent(names === "" ? [] : [names]) });
  }, [names, told]);
  return (
    <span className="sr" role="status">
      {told.text}
    </span>
  );
}
