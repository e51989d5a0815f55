import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { canConnect, withClient } from "@/lib/data/setup/connect";

import { type EmbeddedPostgres, startEmbedded } from "./embedded";
import { livePostmaster } from "./postmaster-file";

const password = "a-password-for-this-test-only-0123456789";
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hearth-embedded-"));
  running = [];
});
afterEach(async () => {
  for (const each of running) await each.stop("immediate").catch(() => undefined);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(durable = false): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir, password, durable });
  running.push(postgres);
  return postgres;
}

const query = (postgres: EmbeddedPostgres, text: string) =>
  withClient(postgres.urlFor("postgres"), (client) => client.query(text));
const setting = async (postgres: EmbeddedPostgres, name: string) =>
  (await query(postgres, `SELECT current_setting('${name}') AS value`)).rows as unknown;

describe("the embedded PostgreSQL", () => {
  it("starts, keeps what was written, stops without a trace and starts again on its port", async () => {
    const first = await start();
    await query(first, "CREATE TABLE kept AS SELECT 1 AS n");
    expect(livePostmaster(first.place.clusterDir)?.port).toBe(first.port);
    await first.stop();
    expect(await canConnect(first.urlFor("postgres"))).toBe(false);
    expect(existsSync(join(first.place.clusterDir, "postmaster.pid"))).toBe(false);

    const second = await start();
    expect(second.port).toBe(first.port);
    expect(second.reused).toBe(false);
    expect((await query(second, "SELECT n FROM kept")).rows).toEqual([{ n: 1 }]);
  });

  it("is durable, listens on this machine only and writes no time beside a ballot", async () => {
    const postgres = await start(true);
    for (const [name, value] of [
      ["fsync", "on"],
      ["synchronous_commit", "on"],
      ["full_page_writes", "on"],
      ["track_commit_timestamp", "off"],
      ["listen_addresses", "127.0.0.1"],
      ["unix_socket_directories", ""],
      ["password_encryption", "scram-sha-256"],
    ] as const) {
      expect(await setting(postgres, name), name).toEqual([{ value }]);
    }
    const other = postgres.urlFor("postgres").replace(password, "another");
    await expect(canConnect(other)).rejects.toMatchObject({ code: "28P01" });
  });

  it("never logs the row of a rejected insert", async () => {
    const postgres = await start();
    await query(postgres, "CREATE TABLE box (secret text PRIMARY KEY, n int CHECK (n > 0))");
    await expect(query(postgres, "INSERT INTO box VALUES ('my answer', 0)")).rejects.toThrow();
    await query(postgres, "INSERT INTO box VALUES ('my answer', 1)");
    await expect(query(postgres, "INSERT INTO box VALUES ('my answer', 1)")).rejects.toThrow();
    const log = readFileSync(join(postgres.place.clusterDir, "server.log"), "utf8");
    expect(log).toContain("violates");
    expect(log).not.toContain("my answer");
  });

  it("comes back after its server was killed, with every committed row", async () => {
    const first = await start(true);
    await query(first, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
    process.kill(livePostmaster(first.place.clusterDir)?.pid ?? 0, "SIGKILL");
    const second = await start(true);
    expect((await query(second, "SELECT count(*)::int AS n FROM kept")).rows).toEqual([
      { n: 1000 },
    ]);
  });

  it("takes over the server that a killed start left running", async () => {
    const starter = spawn(
      process.execPath,
      ["--import", "tsx", fileURLToPath(new URL("../testing/start-and-wait.ts", import.meta.url))],
      {
        env: { ...process.env, DIR: dataDir, PASSWORD: password },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await new Promise((resolve) => starter.stdout.once("data", resolve));
    // While it lives, nobody else gets the directory …
    await expect(start()).rejects.toThrow(/Another Hearth is already using/);
    starter.kill("SIGKILL");
    // … and once it is gone, its server is ours.
    const heir = await start();
    expect(heir.reused).toBe(true);
    await heir.stop();
    expect(await canConnect(heir.urlFor("postgres"))).toBe(false);
  });

  it("is not misled by a stale pid file whose number belongs to someone else", async () => {
    const first = await start();
    await first.stop();
    const sleeper = spawn("sleep", ["60"]);
    const stale = [
      sleeper.pid,
      first.place.clusterDir,
      1,
      first.port,
      "",
      "127.0.0.1",
      "",
      "ready",
    ];
    writeFileSync(join(first.place.clusterDir, "postmaster.pid"), stale.join("\n"));
    const second = await start();
    expect(second.reused).toBe(false);
    sleeper.kill();
  });

  it("moves to another port when its own is taken", async () => {
    const first = await start();
    await first.stop();
    const squatter = await new Promise<Server>((resolve) => {
      const server = createServer().listen(first.port, "127.0.0.1", () => resolve(server));
    });
    const second = await start();
    expect(second.port).not.toBe(first.port);
    squatter.close();
  });

  it("says so when secrets.json does not belong to the data", async () => {
    const first = await start();
    await first.stop();
    await expect(
      startEmbedded({ dataDir, password: "another-password-of-thirty-two-chars", durable: false }),
    ).rejects.toThrow(/secrets\.json/);
  });
});
