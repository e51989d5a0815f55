/**
 * Loaded by `--import` into every process that the start script starts. When the start script is gone, even by kill
 * -9, so are they: a web server left over would hold the port, and the next start would find it taken.
 */
import { Socket } from "node:net";

const fd = Number(process.env.HEARTH_PARENT_FD);
// Not for this program's own children: their file descriptors are others.
delete process.env.HEARTH_PARENT_FD;

if (fd > 0) {
  // Nothing is ever written: it ends when the other side is gone. (Node's own channel for messages would do the
  // same, but Next closes that one for reasons of its own.)
  const parent = new Socket({ fd, readable: true, writable: false });
  parent.on("close", () => process.exit(0));
  parent.on("error", () => process.exit(0));
  parent.resume();
  // Watching must not keep a program alive that has done its work.
  parent.unref();
}
