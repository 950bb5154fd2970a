// Loaded first in every process that a start begins: it ends when the start that began it is gone, however that went.

/** How long it may take to finish what it is at, in milliseconds. Then it ends as it stands: nobody is there to end it. */
const PATIENCE = 10_000;

if (process.channel !== undefined) {
  process.on("disconnect", () => {
    // Nobody reads what is said now. Without a listener, saying that nobody reads would be said again, for ever.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE);
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
