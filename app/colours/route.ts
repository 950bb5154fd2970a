import { cookies } from "next/headers";
import { ONE_YEAR, THEMES } from "#lib/domain/themes";
import { ownPath } from "#lib/next/own-path";
import { isOwnOrigin, isSecure, publicOrigin } from "#lib/next/public-origin";

/** Keep the colours that somebody chose on a page without scripts, and go back there. `proxy.ts` has refused forms that come from elsewhere. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null); // no form, or one that breaks off
  const chosen = form?.get("theme");
  const theme = THEMES.find((one) => one === chosen);
  if (theme !== undefined) {
    const maxAge = theme === "device" ? 0 : ONE_YEAR;
    (await cookies()).set("theme", theme, { maxAge, sameSite: "lax", secure: isSecure() });
  }
  return new Response(null, { status: 303, headers: { Location: placeOf(request.headers.get("referer")) } });
}

/** Our own page that the form was on; the first page where a browser doesn't tell. */
function placeOf(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return "/";
  const { origin, pathname, search } = new URL(referrer);
  return isOwnOrigin(origin, publicOrigin()) ? ownPath(pathname + search) : "/";
}
