"use client";

import Link from "next/link";
import { useLookAgain } from "#components/ui/use-look-again";
import type { Actor } from "#lib/domain/actor";
import { mayCancel } from "#lib/domain/import-states";
import type { ImportView } from "#lib/domain/import-views";
import * as words from "#lib/words";
import type { ImportActs } from "./batch-list";
import { ImportButton } from "./import-button";
import { hasFailed, isMoving, stateWords } from "./import-words";

const said = words.desk.queue;

interface Props {
  readonly imports: readonly ImportView[];
  readonly actor: Pick<Actor, "id" | "role">;
  readonly acts: ImportActs;
}

/** Pages on their way in, and those that came to nothing with the reason. Looks again while something is under way. */
export function ImportsUnderWay({ imports, actor, acts }: Props) {
  useLookAgain(imports.some(isMoving));
  if (imports.length === 0) return null;
  return (
    <section className="under-way" aria-labelledby="imports">
      <h2 id="imports">{said.imports}</h2>
      <ul className="stack-2">
        {imports.map((given) => (
          <li key={given.id}>
            <span className={hasFailed(given) ? "state state--off" : "state state--wait"}>
              {stateWords(given)}
            </span>{" "}
            <b dir="auto">{given.name}</b>
            {given.message && <span className="block small">{given.message}</span>}
            <div className="cluster small">
              <Link href={`/desk/import/${given.id}`}>
                {linkWords(given)}
                <span className="sr">: {given.name}</span>
              </Link>
              <Button given={given} acts={acts} isMine={mayCancel(actor, given.requestedById)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linkWords(given: ImportView): string {
  if (given.state === "REFUSED") return said.tryAgain;
  return given.state === "CANCELLED" ? said.seeCancelled : said.seeImport;
}

/** Cancels what moves, and takes that back: one button in one place, so that the focus stays on it. */
function Button({ given, acts, isMine }: { given: ImportView; acts: ImportActs; isMine: boolean }) {
  const isCancelled = given.state === "CANCELLED";
  if (!isCancelled && !(isMoving(given) && isMine)) return null;
  return (
    <ImportButton
      importId={given.id}
      act={isCancelled ? acts.retry : acts.cancel}
      label={isCancelled ? words.oneImport.retry : words.oneImport.cancel}
      of={given.name}
      className="btn btn--s"
    />
  );
}
