import { cookies } from "next/headers";

/** The colours that this browser asked for; `device` where it left them to the device. */
export async function currentTheme(): Promise<"device" | "light" | "dark"> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : "device";
}
