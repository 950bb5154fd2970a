import { z } from "zod";
import { Role } from "./actor-shapes";
import { AskToken, ShownKeyInJson } from "./passkeys";
import { Id } from "./reviews";

/** What somebody typed as a code: six digits of an app, or a recovery code. Nothing is said about its form. */
const TypedCode = z.string().trim().max(100);

export const BeginAuthenticator = z.object({});
export const ConfirmAuthenticator = z.object({ code: TypedCode });
export const RemoveAuthenticator = z.object({ password: z.string().max(1000), code: TypedCode });
export const NewRecoveryCodes = z.object({});
export const RequireSecondFactor = z.object({ role: Role, isNeeded: z.enum(["yes", "no"]) });

/** The second step of signing in. `token` is what the browser was given for the first; `code` is left out after a set-up on the way. */
export const SecondStep = z.object({ token: z.string().max(200), code: TypedCode.optional() });
export type SecondStep = z.infer<typeof SecondStep>;

/** What somebody gave to show again that it is them: a password, or a code. `here` is the session that asks. */
export const GivenAgain = z.object({ given: z.string().max(1000), here: Id });
/** The same with a passkey. */
export const ShownAgain = z.object({ token: AskToken, shown: ShownKeyInJson, here: Id });

/** How long somebody may take between the password and the second factor, in minutes. */
export const STEP_MINUTES = 15;

/** A secret for an app: as a person types it, and as the address that a QR code holds. */
export interface NewSecret {
  readonly text: string;
  readonly address: string;
}

/** A secret as a screen shows it: its QR code is a square of `size` modules, the dark ones the path of an SVG, a unit a module. */
export interface ShownSecret {
  readonly text: string;
  readonly size: number;
  readonly path: string;
}

/** What a person's own page shows of their second factor. `waiting` is a secret that was made and not yet confirmed. */
export interface FactorPage {
  /** Of the app alone. */
  readonly isOn: boolean;
  /** Of any kind. */
  readonly hasFactor: boolean;
  readonly isRequired: boolean;
  readonly codesLeft: number;
  readonly waiting: NewSecret | null;
}

/** Somebody whose password was right and who isn't signed in yet. */
export interface StepView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
  };
  /** `code`: they show their second factor. `setUp`: their role needs one, and they have none. `done`: they go in. */
  readonly next: "code" | "setUp" | "done";
}
