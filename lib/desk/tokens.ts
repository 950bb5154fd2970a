import { endToken, keepToken, workingTokens } from "#lib/db/people/tokens";
import { CreateToken, RevokeToken } from "#lib/domain/tokens";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

const tokens = words.tokens;

const DAY = 86_400_000;
const MOST = 100;

/** A token for a program. It is in the answer and nowhere else; the history has its name and its first characters. */
export const createToken = verb("token.create", {
  input: CreateToken,
  run: async ({ tx, actor, input: { name, ends }, now }) => {
    if ((await workingTokens(tx, now)) >= MOST) throw new AppError("conflict", tokens.errors.tooMany);
    const expiresAt = ends === "never" ? null : new Date(now.getTime() + Number(ends) * DAY);
    const made = await keepToken(tx, { name, scope: "IMPORT", createdById: actor.id, expiresAt }, now);
    return {
      result: made,
      subject: `token:${made.tokenId}`,
      payload: { name, scope: "IMPORT", expiresAt: expiresAt?.toISOString() ?? null },
    };
  },
});

/** The program is out on its next request. What it gave stays. */
export const revokeToken = verb("token.revoke", {
  input: RevokeToken,
  run: async ({ tx, input: { tokenId }, now }) => {
    const name = await endToken(tx, tokenId, now);
    if (name === null) throw new AppError("conflict", tokens.errors.isRevoked);
    return { result: null, subject: `token:${tokenId}`, payload: { name } };
  },
});
