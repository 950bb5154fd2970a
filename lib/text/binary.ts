type Kind = "pdf" | "zip" | "image" | "compressed" | "other";

const SIGNATURES: readonly (readonly [readonly number[], Kind])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "pdf"],
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x52, 0x49, 0x46, 0x46], "other"],
  [[0x1f, 0x8b], "compressed"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed"],
  [[0x7f, 0x45, 0x4c, 0x46], "other"],
];

/** What kind of binary file these bytes, or the first of them, are; null where they may be text. A NUL is in no text but UTF-16's, which has a mark. */
export function binaryKind(bytes: Uint8Array): Kind | null {
  for (const [signature, kind] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return kind;
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.includes(0) ? "other" : null;
}

/** More than one control character in fifty: something was decoded that is no text. */
export function isMostlyControls(content: string): boolean {
  let controls = 0;
  for (let i = 0; i < content.length; i += 1) {
    const unit = content.charCodeAt(i);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c) controls += 1;
  }
  return controls * 50 > content.length;
}
