/**
 * Brings a fresh checkout to where everything else can run: packages, PostgreSQL's programs, the Prisma client.
 * Node's own modules only. Says nothing and takes a moment when there is nothing to do.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_NODE = [20, 19];
const STAMPS = join(root, "node_modules/.hearth");

// Nothing may be fetched but packages: many school networks reach no other host.
const OFFLINE = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  NEXT_TELEMETRY_DISABLED: "1",
};

/** Prepares the checkout; ends the process with a plain message when it cannot. */
export async function bootstrap() {
  process.chdir(root);
  try {
    requireNode();
    installPackages();
    const { nativePostgresDir } = await import("./postgres/hydrate.mjs");
    // An external database needs no programs of ours: an unknown machine is told only when it asks for them.
    if (!process.env.DATABASE_URL) nativePostgresDir();
    generateClient();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(
    `Hearth needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.\n` +
      "Install a current one from https://nodejs.org and run the command again.",
  );
}

function installPackages() {
  const lock = hashOf("package-lock.json", "package.json");
  if (stampOf("packages") === lock) return;
  // Installed by hand, by a container's build or before: what is there counts, not who put it there.
  if (!installedAsLocked()) {
    console.log("Installing packages …");
    // Not `npm ci`: it refuses a lock that lacks packages for other platforms, which a lock written behind a mirror
    // that does not carry them always does. Locked versions and their hashes are kept; the lock is not rewritten.
    // No package's install script runs: none is needed, and none can then fetch or do anything.
    npm([
      "install",
      "--no-save",
      "--include=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
  }
  writeStamp("packages", lock);
}

function installedAsLocked() {
  try {
    const wanted = readJson("package-lock.json").packages;
    const found = readJson("node_modules/.package-lock.json").packages;
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === "" ||
        entry.optional ||
        entry.devOptional ||
        entry.peer ||
        found[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function npm(args) {
  // Under `npm start` this is that very npm; `npm` alone may not be on the path.
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith("npm-cli.js") ? [process.execPath, [own]] : ["npm", []];
  const result = spawnSync(program, [...first, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...OFFLINE },
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  throw new Error(
    result.error
      ? `npm could not be started (${result.error.message}). It comes with Node: https://nodejs.org`
      : "The packages could not be installed. npm's own message is above. The usual causes: no way to the npm\n" +
          "registry (a proxy? see https://docs.npmjs.com/cli/using-npm/config#proxy), a full disk, or files in\n" +
          "node_modules that belong to another user.",
  );
}

function generateClient() {
  const inputs = hashOf(
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  );
  if (stampOf("client") === inputs && existsSync(join(root, "generated/prisma/client.ts"))) return;
  const result = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...OFFLINE },
  });
  if (result.status !== 0) {
    throw new Error(
      `The database client could not be generated:\n${result.stdout}${result.stderr}`,
    );
  }
  writeStamp("client", inputs);
}

function hashOf(...paths) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const path of paths) hash.update(readFileSync(join(root, path))).update("\0");
  return hash.digest("hex");
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function stampOf(name) {
  const path = join(STAMPS, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function writeStamp(name, value) {
  const path = join(STAMPS, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await bootstrap();
