import Link from "next/link";
import { Field } from "#components/ui/field";
import { type SecurityAsked, SecurityKind, type SecurityPage } from "#lib/domain/security";
import * as words from "#lib/words";

const { filter: say, kinds } = words.securityLog;

/** What to show of the log. A plain form that asks for an address: it works without a script, and the address can be passed on. */
export function SecurityFilter({ asked, people }: { asked: SecurityAsked; people: SecurityPage["people"] }) {
  return (
    <search aria-label={say.label}>
      <form
        // Another filter is another form: what stood in the old one must not stay.
        key={`${asked.kind} ${asked.personId}`}
        className="cluster items-end mt-6"
        action="/admin/security"
        method="get"
      >
        <Field id="kind" label={say.kind}>
          {(control) => (
            <select {...control} name="kind" defaultValue={asked.kind ?? ""}>
              <option value="">{say.anyKind}</option>
              {SecurityKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="person" label={say.person}>
          {(control) => (
            <select {...control} name="personId" defaultValue={asked.personId ?? ""}>
              <option value="">{say.anyPerson}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button className="btn" type="submit">
          {say.submit}
        </button>
        {(asked.kind ?? asked.personId) !== null && <Link href="/admin/security">{say.clear}</Link>}
      </form>
    </search>
  );
}
