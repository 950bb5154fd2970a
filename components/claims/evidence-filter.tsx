import Link from "next/link";
import { ChipList } from "#components/ui/chip-list";
import { Field } from "#components/ui/field";
import { SearchBox } from "#components/ui/search-box";
import type { ClaimChoice } from "#lib/domain/claim-desk";
import { STANCES } from "#lib/domain/claims";
import {
  EVIDENCE_SEARCH_LENGTH,
  type EvidenceAsked,
  evidenceHref,
  ListedKind,
} from "#lib/domain/evidence-desk";
import * as words from "#lib/words";

const said = words.deskEvidence;
const stances = words.claimEditor.stances;

interface Props {
  readonly asked: EvidenceAsked;
  /** The claim that the list is narrowed to; null where it isn't, or there is no such claim. */
  readonly claim: ClaimChoice | null;
}

/** What the list of evidence is narrowed by. A plain form that asks for an address: it works without a script, and the address can be passed on. */
export function EvidenceFilter({ asked, claim }: Props) {
  return (
    <search aria-label={said.narrow}>
      {/* Another list is another form: what stood in the old one must not stay. */}
      <form key={evidenceHref(asked)} className="stack-3" action="/desk/claims/evidence" method="get">
        <div className="searchbar">
          <SearchBox
            id="evidence-search"
            typed={asked.search}
            label={said.search}
            button={said.searchButton}
            maxLength={EVIDENCE_SEARCH_LENGTH}
          />
        </div>
        <Fields asked={asked} />
        {asked.claimId !== null && <input type="hidden" name="claim" value={asked.claimId} />}
        <p>
          <button className="btn" type="submit">
            {said.show}
          </button>
        </p>
      </form>
      <Chips asked={asked} claim={claim} />
    </search>
  );
}

function Fields({ asked }: Pick<Props, "asked">) {
  return (
    <div className="q-filters">
      <Field id="evidence-stance" label={said.filters.stance}>
        {(control) => (
          <select {...control} name="stance" defaultValue={asked.stance ?? ""}>
            <option value="">{said.any}</option>
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {stances[stance]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="evidence-kind" label={said.filters.kind}>
        {(control) => (
          <select {...control} name="kind" defaultValue={asked.kind ?? ""}>
            <option value="">{said.any}</option>
            {ListedKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {said.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="evidence-site" label={said.filters.site} hint={said.siteHint}>
        {(control) => (
          <input
            {...control}
            name="site"
            defaultValue={asked.site ?? ""}
            maxLength={EVIDENCE_SEARCH_LENGTH}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
    </div>
  );
}

/** What the list is narrowed by, each with the way to the list without it. */
function Chips({ asked, claim }: Props) {
  const value = {
    search: asked.search,
    site: asked.site,
    stance: asked.stance && stances[asked.stance],
    kind: asked.kind && said.kinds[asked.kind],
    claimId: asked.claimId && (claim?.wording ?? said.noClaim),
  };
  const active = (Object.keys(value) as (keyof typeof value)[]).filter((name) => value[name]);
  if (active.length === 0) return null;
  return (
    <ChipList of={said.active}>
      {active.map((name) => (
        <li key={name}>
          <Link className="chip chip--on" href={evidenceHref({ ...asked, [name]: null })} prefetch={false}>
            <span className="sr">{said.remove(`${said.filters[name]}: ${value[name]}`)}</span>
            <span aria-hidden="true" dir="auto">
              {said.filters[name]}: {value[name]} ×
            </span>
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link href={evidenceHref({})}>{said.clear}</Link>
        </li>
      )}
    </ChipList>
  );
}
