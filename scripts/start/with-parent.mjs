// Loaded first in every process that a start begins: it ends when the start that began it is gone, however that went.

/** How long it may take to finish what it is at, in milliseconds. Then it ends as it stands: nobody is there to end it. */
const PATIENCE = 10_000;

// Where nobody reads what is said, nothing is said. Without a listener, that nobody reads would be said again, for ever.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

if (process.channel !== undefined) {
  const end = () => {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE);
    process.kill(process.pid, "SIGTERM");
  };
  // Who started us may have gone while we were still being loaded: nobody will say so again.
  if (process.connected) process.once("disconnect", end);
  else end();
  process.channel?.unref();
}
