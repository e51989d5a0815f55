import { resolve } from "node:path";

/** Where a path on the command line points. npm runs scripts in the checkout's root; a path means the directory the person is in. */
export function placeOf(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: here } = process.env;
  return script === "hearth" && here !== undefined ? resolve(here, path) : resolve(path);
}
