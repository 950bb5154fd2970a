/** As long as a stored address may be, in characters. */
const LONGEST = 2000;

/**
 * An address that may be fetched, as browsers write it and without its fragment; null for anything else: another scheme, a name
 * or a password in it, too long. `bases` are the addresses around it, the outermost first; one that is none is passed over.
 */
export function addressOf(text: string | undefined, bases: readonly (string | undefined)[]): string | null {
  const written = text?.trim() ?? "";
  if (written === "" || written.length > LONGEST) return null;
  const base = bases.reduce<string | undefined>((outer, inner) => resolved(inner, outer) ?? outer, undefined);
  const href = resolved(written, base);
  if (href === undefined) return null;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url.href.length > LONGEST ? null : url.href;
}

function resolved(text: string | undefined, base: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST || !URL.canParse(text, base)) return undefined;
  return new URL(text, base).href;
}
