/**
 * What a browser may do with one of our pages. Scripts run only with the nonce of this very response, or when such a script
 * loads them; everything else comes from here; nobody frames us and no form leads away.
 *
 * Source   W3C Content Security Policy Level 3; the strict form of https://csp.withgoogle.com/docs/strict-csp.html.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  // React rebuilds the server's stack traces with eval while developing, and the reloader adds styles without a nonce.
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`;
  const style = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * For a page that is a document: no script runs on it, whatever stands in it. Programs that read it in a browser, Lighthouse for one, ask for our `robots.txt` from
 * within it.
 */
export const DOCUMENT = [
  "default-src 'none'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** For a response that holds no page: nothing in it may run or load. */
export const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Headers that every response carries; `isCard` for what other sites may frame, whose policy alone says who may (a browser that knows the older header
 * would go by that). A year of HSTS, for the names under ours too, only where people reach us by
 * https.
 */
export function securityHeaders(isSecure: boolean, isCard: boolean): Readonly<Record<string, string>> {
  return {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    ...(isCard ? {} : { "X-Frame-Options": "DENY" }),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": isCard ? "cross-origin" : "same-origin",
    ...(isSecure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
