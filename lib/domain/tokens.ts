import { z } from "zod";
import type { Actor } from "./actor";
import { TOKEN_ENDS } from "./bounds";
import { Complaint } from "./complaints";
import { Id } from "./reviews";

/** What a program may do with a token. */
export const ApiScope = z.enum(["IMPORT"]);
export type ApiScope = z.infer<typeof ApiScope>;

export const CreateToken = z.object({
  name: z.string().trim().min(1, Complaint.enum.noTokenName).max(80, Complaint.enum.longTokenName),
  ends: z.enum(TOKEN_ENDS),
});

export const RevokeToken = z.object({ tokenId: Id });

/** A program that has shown a token which works: it acts for the person who made it. */
export interface Program {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly scope: ApiScope;
  readonly actor: Actor;
}

/** A token as the screen shows it. Its secret part is not known to anybody but the program. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  /** The first characters of the token, to know it by. */
  readonly prefix: string;
  readonly scope: ApiScope;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Is the account of whoever made it disabled? Then it doesn't work either. */
  readonly isOrphan: boolean;
}
