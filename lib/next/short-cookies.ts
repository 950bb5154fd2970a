import { cookies } from "next/headers";
import { ASK_MINUTES } from "#lib/domain/passkeys";
import { STEP_MINUTES } from "#lib/domain/second-factor";
import { isSecure } from "./public-origin";

/** Cookies that hold a token for some minutes, by which this browser goes on with what it began. */

function shortCookie(name: string, minutes: number) {
  const nameHere = () => (isSecure() ? `__Host-onrecord-${name}` : `onrecord-${name}`);
  const options = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
  return {
    read: async () => (await cookies()).get(nameHere())?.value,
    keep: async (token: string) => {
      (await cookies()).set(nameHere(), token, { ...options(), maxAge: minutes * 60 });
    },
    drop: async () => {
      (await cookies()).set(nameHere(), "", { ...options(), maxAge: 0 });
    },
  };
}

/** Between the password and the second factor. */
export const stepCookie = shortCookie("step", STEP_MINUTES);
/** While a passkey is asked for. */
export const askCookie = shortCookie("ask", ASK_MINUTES);
