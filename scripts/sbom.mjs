// `npm run sbom [FILE]`: what Onrecord is made of, as CycloneDX (JSON) from package-lock.json, into FILE or to standard output; and on
// standard error how many packages there are under each licence. Fails where a licence is unknown or wasn't looked at.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { licenceFaults, licensedPackages } from "./checks/licences.mjs";
import { inRoot } from "./start/root.mjs";

const BYTES = 64 * 1024 * 1024;
const [file] = process.argv.slice(2);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const args = ["sbom", "--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"];
const bom = JSON.parse(execFileSync(npm, args, { cwd: inRoot("."), encoding: "utf8", maxBuffer: BYTES }));
// npm calls it by the folder that it lies in.
bom.metadata.component.name = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).name;
const text = `${JSON.stringify(bom, null, 2)}\n`;
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);

const packages = licensedPackages(JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")));
/** @type {Map<string, number>} */
const counts = new Map();
for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
for (const [licence, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.error(`${count}\t${licence}`);
const faults = licenceFaults(packages);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
