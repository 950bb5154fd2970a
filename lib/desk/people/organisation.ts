import { randomBytes } from "node:crypto";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { hashPassword } from "#lib/db/people/passwords";
import {
  isNameTaken,
  keepOrganisationId,
  keepPerson,
  lockPeople,
  openInvitationFor,
  personByEmail,
  personByOrganisationId,
  spendLink,
} from "#lib/db/people/people";
import { openWay } from "#lib/db/people/sessions";
import { noteSecurity } from "#lib/db/security/events";
import { inOneTransaction } from "#lib/desk/verb";
import type { OrganisationClaims, OrganisationRefusal } from "#lib/domain/organisation";
import { PersonName } from "#lib/domain/people";
import { record } from "./outcome";

/** Signing in through one's organisation, by OpenID Connect. Who may do what stays ours. */

/** A session, the second step where there is one, or why not. */
export type Entered =
  | { readonly userId: string; readonly way: { readonly sessionId: string } | { readonly step: string } }
  | { readonly refused: OrganisationRefusal };

interface Found {
  readonly id: string;
  readonly role: Parameters<typeof openWay>[0]["role"];
  readonly passwordHash: string;
}

/**
 * Let somebody in whom their organisation has shown to be them. It must be a person who is here, or was invited: by the address, which
 * the organisation must have verified, the first time; by the organisation's own name for them ever after, so that an address which
 * it gives to somebody else opens nothing.
 */
export async function enterFromOrganisation(claims: OrganisationClaims, now: Date): Promise<Entered> {
  const organisationId = sha256(JSON.stringify([claims.iss, claims.sub]));
  // It stands in place of a password for somebody who never had one: nobody knows it.
  const unknown = await hashPassword(randomBytes(32).toString("base64url"));
  const found = await inOneTransaction(async (tx) => {
    await lockPeople(tx);
    return (
      (await ofThisName(tx, organisationId)) ??
      (await ofThisAddress(tx, claims, organisationId)) ??
      (await ofThisInvitation(tx, claims, { organisationId, passwordHash: unknown, now }))
    );
  });
  const way = "refused" in found ? null : await openWay(found, now);
  if ("refused" in found || way === null) {
    const detail: OrganisationRefusal = "refused" in found ? found.refused : "closed";
    await noteSecurity({ kind: "signInFailed", actorId: null, detail: `organisation ${detail}` }, now);
    return { refused: detail };
  }
  return { userId: found.id, way };
}

const refused = (why: OrganisationRefusal) => ({ refused: why });

async function ofThisName(tx: Tx, organisationId: string) {
  const person = await personByOrganisationId(tx, organisationId);
  if (person === null) return null;
  return person.disabledAt === null ? person : refused("closed");
}

/** A person of this address who hasn't come through their organisation before. */
async function ofThisAddress(tx: Tx, { email, email_verified }: OrganisationClaims, organisationId: string) {
  if (email === null || !email_verified) return refused("unverified");
  const person = await personByEmail(tx, email);
  if (person === null) return null;
  if (person.disabledAt !== null) return refused("closed");
  if (person.organisationId !== null) return refused("other");
  await keepOrganisationId(tx, person.id, organisationId);
  return person;
}

/** Somebody who was invited: their account is opened, under the name that their organisation has for them. */
async function ofThisInvitation(
  tx: Tx,
  { email, name }: OrganisationClaims,
  account: { readonly organisationId: string; readonly passwordHash: string; readonly now: Date },
): Promise<Found | ReturnType<typeof refused>> {
  const { organisationId, passwordHash, now } = account;
  const invitation = email === null ? null : await openInvitationFor(tx, email, now);
  if (email === null || invitation === null) return refused("unknown");
  const called = PersonName.safeParse(name).data;
  if (called === undefined || (await isNameTaken(tx, called))) return refused("name");
  if (!(await spendLink(tx, invitation.id, now))) return refused("unknown");
  const { role } = invitation;
  const id = await keepPerson(tx, { email, name: called, role, passwordHash }, now);
  await keepOrganisationId(tx, id, organisationId);
  await noteSecurity({ kind: "linkUsed", actorId: id, personId: id, detail: "organisation" }, now, tx);
  await record(tx, now, id, "person.join", `user:${id}`, { who: called, role });
  return { id, role, passwordHash };
}
