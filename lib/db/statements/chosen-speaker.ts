import type { Tx } from "#lib/db/core/client";
import { insertRows } from "#lib/db/core/rows";
import { Complaint } from "#lib/domain/complaints";
import { isDisguised } from "#lib/domain/person-names";
import { RefusedError } from "#lib/domain/refusals";
import type { StatementFields } from "#lib/domain/reviews";
import type { FactSpeaker } from "#lib/domain/statement-views";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { complaintWords } from "#lib/words/complaint-words";
import { meantBy, ownRow, type SpeakerOfName, speakersNamed } from "./speakers";

type Asked = NonNullable<StatementFields["speaker"]>;
type Chosen = FactSpeaker & { readonly id: string };

/** The field of a statement's form that is to blame for a name. */
const NAME = "fields.speaker.name";

/**
 * Whom an editor means: the one they chose from those who are known, or whoever has the name that they typed, or somebody new. One who was
 * merged into another meanwhile counts as that one.
 *
 * Throws   AppError `invalid_input` where nobody is known under the id, where several have the name and none was chosen, and for a new name
 *          with characters that nobody sees.
 */
export async function chosenSpeaker(tx: Tx, asked: Asked): Promise<Chosen> {
  if (asked.id) return speakerOfId(tx, asked.id);
  const rows = await speakersNamed(tx, [asked.name]);
  const found = asked.role ? withRole(asked, rows) : meantBy(asked, rows);
  if (found !== null) return speakerOfId(tx, found.id);
  const sameName = rows.some(({ kind, isMerged }) => kind === asked.kind && !isMerged);
  if (!asked.role && sameName) {
    throw new RefusedError("invalid_input", { reason: "severalOfName", name: asked.name }, NAME);
  }
  return newSpeaker(tx, asked);
}

function withRole({ name, kind, role }: Asked, rows: readonly SpeakerOfName[]): SpeakerOfName | null {
  const found = rows.find(
    (row) => !row.isMerged && row.kind === kind && row.role === role && (row.shownName ?? row.name) === name,
  );
  return found ?? null;
}

async function newSpeaker(tx: Tx, { name, kind, role = null }: Asked): Promise<Chosen> {
  if (isDisguised(name) || (role !== null && isDisguised(role))) {
    const message = complaintWords({ message: Complaint.enum.disguisedName });
    throw new AppError("invalid_input", `${message}.`, { field: NAME });
  }
  const row = ownRow(name, kind, role);
  await insertRows(tx, "Speaker", [row], { skipExisting: true });
  const kept = (await speakersNamed(tx, [name])).find(
    (one) => !one.isMerged && one.kind === kind && one.role === role && (one.shownName ?? one.name) === name,
  );
  if (kept === undefined) throw new AppError("conflict", words.deskErrors.stale);
  return { id: kept.id, name, kind, role };
}

async function speakerOfId(tx: Tx, id: string): Promise<Chosen> {
  const row = await tx.speaker.findUnique({ where: { id }, include: { root: true } });
  if (row === null) throw new AppError("invalid_input", words.errors.notFound, { field: NAME });
  const { name, shownName, kind, role } = row.root;
  return { id, name: shownName ?? name, kind, role };
}
