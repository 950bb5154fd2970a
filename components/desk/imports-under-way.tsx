"use client";

import Link from "next/link";
import type { ImportView } from "#lib/domain/desk-view";
import { words } from "#lib/domain/words";
import { isMoving, stateWords } from "./import-words";
import { useLookAgain } from "./use-look-again";

const said = words.desk.queue;

/** Pages on their way in, and those that were refused with the reason. Looks again while something is under way. */
export function ImportsUnderWay({ imports }: { imports: readonly ImportView[] }) {
  useLookAgain(imports.some(isMoving));
  if (imports.length === 0) return null;
  return (
    <section className="under-way" aria-labelledby="imports">
      <h2 id="imports">{said.imports}</h2>
      <ul className="stack-2">
        {imports.map((given) => (
          <li key={given.id}>
            <span className={given.state === "REFUSED" ? "state state--off" : "state state--wait"}>
              {stateWords(given)}
            </span>{" "}
            <b dir="auto">{given.name}</b>
            {given.message && <span className="block small">{given.message}</span>}
            <span className="block small">
              <Link href={`/desk/import/${given.id}`}>
                {given.state === "REFUSED" ? said.tryAgain : said.seeImport}
                <span className="sr">: {given.name}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
