import { readdirSync } from "node:fs";

/** The pages and routes of the product, as its folders have them. */

export interface Place {
  /** Such as `/claims/[slug]`. */
  readonly name: string;
  /** The paths that it answers. */
  readonly pattern: RegExp;
}

export function placesOfApp(): Place[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\([^)]*\)\//g, "").replace(/\/?(?:page\.tsx|route\.ts)$/, "")}`)
    .map((name) => ({ name, pattern: new RegExp(`^${name.split("/").map(patternOf).join("/")}$`) }));
}

function patternOf(part: string): string {
  if (part.startsWith("[...") || part.startsWith("[[...")) return ".+";
  return part.startsWith("[") ? "[^/]+" : part.replaceAll(".", "\\.");
}
