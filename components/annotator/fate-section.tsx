import { FateWords } from "#components/versions/fate-words";
import { spanKey } from "#lib/domain/version-views";
import * as words from "#lib/words";
import type { Row } from "./rows";
import type { Workplace } from "./workplace";

/** What became of the statement in the version that the page shows now; nothing where this is that version. */
export function FateSection({ row, place }: { row: Row; place: Workplace }) {
  const facts = row.statement ?? row.suggestion;
  const fate = facts ? place.versions.fates[spanKey(facts)] : undefined;
  if (!fate) return null;
  return (
    <section className="i-sec">
      <h3>{words.versions.fate}</h3>
      <div>
        <FateWords fate={fate} timeZone={place.timeZone} />
      </div>
    </section>
  );
}
