import { type NextRequest, NextResponse } from "next/server";
import { isForPrograms } from "#lib/next/api-path";
import { isCard, isForOtherSites } from "#lib/next/embed-path";
import { EMBED } from "#lib/next/embed-style";
import { signInPath } from "#lib/next/own-path";
import { PATH_HEADER } from "#lib/next/path-header";
import { isOwnOrigin, isSecure, publicOrigin } from "#lib/next/public-origin";
import { isDocument } from "#lib/next/readers-page";
import { contentSecurityPolicy, DOCUMENT, NOTHING, securityHeaders } from "#lib/next/security-headers";
import { sessionCookieName, sessionIdIn } from "#lib/next/session-cookie";
import * as words from "#lib/words";

/** Parts for signed-in people, and pages that hold a link's token or a password: nothing keeps a copy of these. */
const SIGNED_IN = /^\/(?:desk|admin)(?:\/|$)/;
const PRIVATE = /^\/(?:desk|admin|sign-in|sign-out|join|api)(?:\/|$)/;
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Stands before every page and route: headers, the nonce, and what is refused before anything is asked of the database. It
 * sees whether a cookie is ours, not whether its session still stands: pages, actions and routes ask that themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // Asked by programs, which send a token and no Origin. No cookie counts there, so there is nothing to forge.
  if (isForPrograms(pathname)) {
    const headers = new Headers(request.headers);
    headers.delete("cookie");
    return finish(request, NextResponse.next({ request: { headers } }), NOTHING);
  }
  if (!SAFE.has(request.method) && !isOwnOrigin(request.headers.get("origin"), publicOrigin())) {
    return finish(request, foreignForm(), NOTHING);
  }
  // What a script of our own pages sends is answered by its action, which says that the session ended: a redirect would lose what was typed.
  const isAction = request.method === "POST" && request.headers.has("next-action");
  if (
    SIGNED_IN.test(pathname) &&
    !isAction &&
    (await sessionIdIn(request.cookies.get(sessionCookieName())?.value)) === null
  ) {
    const to = new URL(signInPath(pathname + search), publicOrigin());
    return finish(request, NextResponse.redirect(to, 303), NOTHING);
  }
  // The same for everybody, wherever it is shown: no cookie counts there.
  if (isForOtherSites(pathname)) {
    const headers = new Headers(request.headers);
    headers.delete("cookie");
    return finish(request, NextResponse.next({ request: { headers } }), isCard(pathname) ? EMBED : NOTHING);
  }
  if (isDocument(pathname)) {
    const headers = new Headers(request.headers);
    headers.set(PATH_HEADER, pathname + search);
    return finish(request, NextResponse.next({ request: { headers } }), DOCUMENT);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // Next.js takes the nonce for its own scripts from here
  headers.set(PATH_HEADER, pathname + search);
  return finish(request, NextResponse.next({ request: { headers } }), policy);
}

function foreignForm(): NextResponse {
  return new NextResponse(words.errors.foreignOrigin(publicOrigin().origin), {
    status: 403,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function finish(request: NextRequest, response: NextResponse, policy: string): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  const headers = securityHeaders(isSecure(), isCard(request.nextUrl.pathname));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (PRIVATE.test(request.nextUrl.pathname)) response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** Everything but files whose name holds their hash. Prefetches too: what they bring is shown. */
export const config = { matcher: "/((?!_next/static/).*)" };
