import { cookies } from "next/headers";
import { STEP_MINUTES } from "#lib/domain/second-factor";
import { isSecure } from "./public-origin";

/** Between the password and the second factor: the token by which this browser goes on. */

function nameOf(): string {
  return isSecure() ? "__Host-onrecord-step" : "onrecord-step";
}

export async function stepToken(): Promise<string | undefined> {
  return (await cookies()).get(nameOf())?.value;
}

export async function keepStepToken(token: string): Promise<void> {
  (await cookies()).set(nameOf(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: STEP_MINUTES * 60,
  });
}

export async function dropStepToken(): Promise<void> {
  (await cookies()).set(nameOf(), "", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: 0,
  });
}
