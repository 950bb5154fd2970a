// `npm start`. Nothing here may need a package, or a Node newer than the one that we refuse.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Onrecord needs Node 20.19 or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

import("./start/run.mjs").then((run) => run.start(process.argv.slice(2)));
