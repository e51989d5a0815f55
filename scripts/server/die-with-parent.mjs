/**
 * Loaded by `--import` into every process that the start script starts. When the start script is gone, even by kill
 * -9, so are they: a web server left over would hold the port, and the next start would find it taken.
 */
if (process.send !== undefined) {
  process.on("disconnect", () => process.exit(0));
  // Listening must not keep a program alive that has done its work.
  process.channel?.unref();
}
