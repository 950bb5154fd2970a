import { cookies } from "next/headers";
import { THEMES, type Theme } from "#lib/domain/themes";

/** The colours that this browser asked for; `device` where it left them to the device. */
export async function currentTheme(): Promise<Theme> {
  const value = (await cookies()).get("theme")?.value;
  return THEMES.find((theme) => theme === value) ?? "device";
}
