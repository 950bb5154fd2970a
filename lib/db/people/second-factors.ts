import { appendAudit } from "#lib/db/audit/audit";
import { database, type Tx } from "#lib/db/core/client";
import type { Role } from "#lib/domain/actor";
import type { FactorPage } from "#lib/domain/second-factor";
import { hasAuthenticator, takeCode, waitingSecret } from "./authenticators";
import { countPasskeys } from "./passkeys";
import { codesLeft, takeRecoveryCode } from "./recovery-codes";

/** What a person shows beside their password, whatever it is, and of whom it is asked. */

export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  return (await hasAuthenticator(tx, userId)) || (await countPasskeys(tx, userId)) > 0;
}

export async function needsSecondFactor(tx: Tx, role: Role): Promise<boolean> {
  return (await tx.signInRule.findUnique({ where: { role } }))?.needsSecondFactor ?? false;
}

export async function keepRule(tx: Tx, role: Role, needsSecondFactor: boolean): Promise<void> {
  const row = { needsSecondFactor };
  await tx.signInRule.upsert({ where: { role }, create: { role, ...row }, update: row });
}

/** Those of this role who have no second factor are out on their next request. */
export async function endSessionsWithout(tx: Tx, role: Role): Promise<void> {
  const people = await tx.user.findMany({
    where: {
      role,
      passkeys: { none: {} },
      OR: [{ authenticator: null }, { authenticator: { confirmedAt: null } }],
    },
    select: { id: true },
  });
  const userId = { in: people.map(({ id }) => id) };
  await tx.session.deleteMany({ where: { userId } });
  await tx.signInStep.deleteMany({ where: { userId } });
}

/**
 * Take a code of this person's app or, where it isn't six digits, one of their recovery codes; the use of one of these stands
 * in the history. False where it is wrong or was taken before: then nothing was changed.
 */
export async function takeAnyCode(
  tx: Tx,
  person: { readonly id: string; readonly name: string },
  typed: string,
  now: Date,
): Promise<boolean> {
  const code = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(code)) return takeCode(tx, person.id, code, { now, isNew: false });
  if (!(await takeRecoveryCode(tx, person.id, code, now))) return false;
  await appendAudit(tx, {
    at: now,
    actorId: person.id,
    action: "person.useRecoveryCode",
    subjectId: `user:${person.id}`,
    payload: { who: person.name },
  });
  return true;
}

/** What the person's own page shows of their second factor. */
export async function factorPage(
  person: { readonly id: string; readonly role: Role },
  now: Date,
): Promise<FactorPage> {
  const tx = database();
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: person.id }, select: { email: true } });
  const isOn = await hasAuthenticator(tx, person.id);
  return {
    isOn,
    hasFactor: isOn || (await countPasskeys(tx, person.id)) > 0,
    isRequired: await needsSecondFactor(tx, person.role),
    codesLeft: await codesLeft(tx, person.id),
    waiting: isOn ? null : await waitingSecret(tx, { id: person.id, email }, now),
  };
}
