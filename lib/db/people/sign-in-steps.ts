import { randomBytes } from "node:crypto";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { STEP_MINUTES, type StepView } from "#lib/domain/second-factor";
import { hasSecondFactor } from "./second-factors";

/** Between the password and the second factor. */

/** The password was right, and the second step is next. `token` belongs to the browser that gave the password. */
export class SecondStepNext extends Error {
  constructor(readonly token: string) {
    super("the second step is next");
    this.name = "SecondStepNext";
  }
}

/** The person's row is locked. Steps that are over are swept out. */
export async function keepStep(tx: Tx, userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.signInStep.deleteMany({ where: { expiresAt: { lt: now } } });
  await tx.signInStep.create({
    data: {
      tokenHash: sha256(token),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + STEP_MINUTES * 60_000),
    },
  });
  return token;
}

const open = (token: string, now: Date) => ({ tokenHash: sha256(token), expiresAt: { gt: now } });

/** The person who is on the way in, with their password's hash; null where the way is over, or they were disabled. */
export async function personOfStep(token: string, now: Date) {
  const step = await database().signInStep.findFirst({ where: open(token, now), include: { user: true } });
  return step === null || step.user.disabledAt !== null ? null : { ...step.user, provedAt: step.provedAt };
}

/** What is next for this browser; null where nothing is. */
export async function stepView(token: string | undefined, now: Date): Promise<StepView | null> {
  const user = token === undefined ? null : await personOfStep(token, now);
  if (user === null) return null;
  const { id, name, email, role, provedAt } = user;
  const person = { id, name, email, role };
  if (provedAt !== null) return { person, next: "done" };
  return { person, next: (await hasSecondFactor(database(), id)) ? "code" : "setUp" };
}

/** A second factor was set up or shown on this way: what is left is to go in. */
export async function proveStep(token: string, now: Date, tx: Tx = database()): Promise<void> {
  await tx.signInStep.updateMany({ where: open(token, now), data: { provedAt: now } });
}

/** False where the way is over, or somebody else went it. */
export async function spendStep(tx: Tx, token: string, now: Date): Promise<boolean> {
  return (await tx.signInStep.deleteMany({ where: open(token, now) })).count === 1;
}

/** Ends this way; nothing happens where it has ended. */
export async function endStep(token: string | undefined): Promise<void> {
  if (token !== undefined) await database().signInStep.deleteMany({ where: { tokenHash: sha256(token) } });
}
