/**
 * Which licences the packages have that Onrecord is built of, and whether all of them may be used as it uses them.
 *
 * @typedef {{ readonly packages: Readonly<Record<string, { readonly version?: string, readonly license?: string, readonly dev?: boolean }>> }} Lock `package-lock.json`, version 3
 * @typedef {{ readonly name: string, readonly licence: string }} Licensed
 */

/** Permissive: they ask for a notice, or for nothing. By their SPDX names. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
]);

/** Others that were looked at: which package, under what, and why it may be used. A name ends in * where it begins many. */
const LOOKED_AT = [
  [
    "@img/sharp-*",
    "LGPL-3.0-or-later",
    "libvips, a library of its own beside Next.js, optional; Onrecord resizes no images",
  ],
  ["lightningcss*", "MPL-2.0", "builds the style sheets, used as it is; no file of it is changed"],
  ["axe-core", "MPL-2.0", "used by tests alone, as it is"],
  ["@axe-core/playwright", "MPL-2.0", "used by tests alone, as it is"],
  ["ical.js", "MPL-2.0", "used by tests alone, as it is"],
  ["elkjs", "EPL-2.0", "comes with Prisma's studio, a command for development that Onrecord never runs"],
  ["caniuse-lite", "CC-BY-4.0", "data on browsers, read when the style sheets are built"],
  ["@fontsource-variable/*", "OFL-1.1", "fonts, served as they are under their own names"],
];

/** The packages of a lock file, each with what its own package.json says of its licence. @param {Lock} lock @returns {Licensed[]} */
export function licensedPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, { license }]) => ({
      name: path.replace(/^.*node_modules\//, ""),
      licence: license ?? "none",
    }));
}

/**
 * What is wrong with the licences, a sentence each: one that is unknown, or that asks for more than a notice and wasn't looked at; and
 * what was looked at and is gone.
 *
 * @param {readonly Licensed[]} packages
 * @returns {string[]}
 */
export function licenceFaults(packages) {
  const unknown = packages
    .filter(({ name, licence }) => !isPermitted(licence, (id) => PERMISSIVE.has(id) || wasLookedAt(name, id)))
    .map(
      ({ name, licence }) => `${name}: the licence ${licence} is unknown here or asks for more than a notice`,
    );
  const gone = LOOKED_AT.filter(
    ([pattern = "", id]) =>
      !packages.some(({ name, licence }) => fits(name, pattern) && licence.includes(id ?? "")),
  ).map(([pattern, id]) => `${pattern}: no such package under ${id} any more; take it off the list`);
  return [...new Set([...unknown, ...gone])];
}

/**
 * SPDX expressions: all parts of an AND, one part of an OR. One with both is read strictly, as if it were all AND.
 *
 * @param {string} licence @param {(id: string) => boolean} may
 */
function isPermitted(licence, may) {
  const ids = licence.replace(/[()]/g, "").split(/\s+(?:and|or)\s+/i);
  const isChoice = /\sor\s/i.test(licence) && !/\sand\s/i.test(licence);
  return isChoice ? ids.some(may) : ids.every(may);
}

/** @param {string} name @param {string} id */
const wasLookedAt = (name, id) =>
  LOOKED_AT.some(([pattern = "", known]) => known === id && fits(name, pattern));

/** @param {string} name @param {string} pattern */
const fits = (name, pattern) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
