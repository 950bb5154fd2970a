// Loaded first in every process that a start begins: it ends when the start that began it is gone, however that went.
if (process.channel !== undefined) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
