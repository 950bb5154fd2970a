import { z } from "zod";
import { Complaint } from "./complaints";

/** Keys that a device or a password manager keeps, and that sign in by themselves (W3C Web Authentication, Level 3). */

/** Bytes as base64url. The longest thing that a browser sends of a key is its attestation. */
const Bytes = z.string().max(20_000);

const shared = { id: Bytes, rawId: Bytes, type: z.literal("public-key") };

/** What a browser answers where a key was shown. Unknown fields are dropped. */
const ShownKey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    /** Whose it is, as we said when it was made. A key that its device keeps always tells. */
    userHandle: Bytes,
  }),
  clientExtensionResults: z.object({}),
});
export type ShownKey = z.infer<typeof ShownKey>;

/** What a browser answers where a key was made. */
const MadeKey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
  clientExtensionResults: z.object({}),
});
export type MadeKey = z.infer<typeof MadeKey>;

/** A form's field holds it as JSON. */
function inJson<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(60_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const ShownKeyInJson = inJson(ShownKey);
export const MadeKeyInJson = inJson(MadeKey);

/** What the browser was asked, by the token that it holds. */
export const AskToken = z.string().max(200);
export const PasskeyAnswer = z.object({ token: AskToken, shown: ShownKeyInJson });

export const AddPasskey = z.object({
  token: AskToken,
  made: z.string().max(60_000),
  name: z.string().trim().min(1, Complaint.enum.noPasskeyName).max(80, Complaint.enum.longPasskeyName),
});
export const BeginPasskey = z.object({});
export const RemovePasskey = z.object({ passkeyId: Bytes });

/** How long somebody may take to show a key, in minutes. */
export const ASK_MINUTES = 5;
/** Nobody needs more, and a list that one can read is one that one looks after. */
export const MOST_PASSKEYS = 20;

/** Where keys belong to: the origin of our pages, and the name that is signed with it. */
export interface PasskeySite {
  readonly origin: string;
  readonly rpId: string;
}

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}
