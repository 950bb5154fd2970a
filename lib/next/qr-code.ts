import { encode } from "uqr";
import type { NewSecret, ShownSecret } from "#lib/domain/second-factor";

/** Readers want a margin of four modules around it (ISO/IEC 18004, 9.1). */
const MARGIN = 4;

/** The secret with its QR code, drawn here so that no browser has to. */
export function shownSecret(secret: NewSecret | null): ShownSecret | null {
  if (secret === null) return null;
  const { size, data } = encode(secret.address, { ecc: "M", border: MARGIN });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return { text: secret.text, size, path };
}
