import { randomUUID } from "node:crypto";

import { encode } from "next-auth/jwt";

import { type Instance, startInstance } from "@/e2e/support/instance";
import { createAccount } from "@/lib/data/accounts";
import { closeDatabase, configureDatabase, inTransaction } from "@/lib/data/client";
import { storedSecrets } from "@/lib/server/stored-secrets";

import { startTemporaryCluster } from "../postgres/temporary-cluster";
import { makeTemplate } from "../testing/template-database";
import { type Figure, percentiles, whole } from "./figure";
import { benchPages, comparedCohorts, fillDistrict, saveSet } from "./pages";

const SIZES = [60, 2_000];
const ROUNDS = 60;
const WARM_UP = 10;

/** The overview, the class page and six cohorts compared, of districts of two sizes: the services alone, then the whole page over HTTP. */
export async function benchDistrictPages(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const classes of SIZES) {
    figures.push(...(await servicesAlone(classes)), ...(await wholePages(classes)));
  }
  return figures;
}

async function servicesAlone(classes: number): Promise<Figure[]> {
  const cluster = await startTemporaryCluster();
  try {
    const template = await makeTemplate(cluster.postgres.urlFor);
    return (await benchPages(template, classes)).map(({ page, p50, p95, sqlP50, sqlP95 }) => ({
      what: `${page.charAt(0).toUpperCase()}${page.slice(1)}, ${whole(classes)} classes: its service`,
      result:
        `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ` +
        `its SQL alone p50 ${sqlP50.toFixed(1)} ms, p95 ${sqlP95.toFixed(1)} ms`,
    }));
  } finally {
    await cluster.destroy();
  }
}

/** As a signed-in district administrator's browser asks for them, one after the other. */
async function wholePages(classes: number): Promise<Figure[]> {
  // No jobs in the server: nothing else happens while it is measured.
  const instance = await startInstance({ env: { HEARTH_JOBS: "worker" } });
  try {
    const { ids, cookie, compared } = await fill(instance, classes);
    const time = async (path: (round: number) => string) => {
      const times: number[] = [];
      let bytes = 0;
      for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
        const start = performance.now();
        const headers = { cookie };
        const address = instance.url + path(round);
        const response = await fetch(address, { headers, redirect: "manual" });
        bytes = (await response.text()).length;
        if (response.status !== 200) throw new Error(`${address}: ${String(response.status)}`);
        if (round >= WARM_UP) times.push(performance.now() - start);
      }
      return `${percentiles(times)} (${whole(bytes / 1024)} KB)`;
    };
    const size = `${whole(classes)} classes: the page over HTTP`;
    return [
      { what: `Overview, ${size}`, result: await time(() => "/overview") },
      {
        what: `Classes of a school, ${size}`,
        result: await time(
          (round) =>
            `/overview/classes?school=${ids[(round * 37) % ids.length]?.split("-")[0] ?? ""}`,
        ),
      },
      { what: `Over time, ${size}`, result: await time(() => "/overview/trends") },
      {
        what: `Class page, ${size}`,
        result: await time((round) => `/classes/${ids[(round * 37) % ids.length] ?? ""}`),
      },
      { what: `Six cohorts compared, ${size}`, result: await time(() => compared) },
    ];
  } finally {
    await instance.stop();
  }
}

async function fill(
  instance: Instance,
  classes: number,
): Promise<{ ids: string[]; cookie: string; compared: string }> {
  const { owner, web: webUrl, ballot: ballotUrl, sealer: sealerUrl } = instance.databaseUrls;
  const { schema, dataDir } = instance;
  configureDatabase({ webUrl, ballotUrl, sealerUrl, schema });
  try {
    const now = new Date();
    const ids = await fillDistrict({ owner, schema }, classes, now);
    const cohorts = comparedCohorts(await saveSet(ids, now)).map((key) => ["c", key]);
    const accountId = randomUUID();
    await inTransaction((tx) =>
      createAccount(tx, {
        id: accountId,
        email: "bench@example.org",
        name: "Bench",
        passwordHash: "nobody signs in with a password here",
        role: "district-administrator",
        schoolIds: [],
        personId: null,
        createdAt: now,
      }),
    );
    const token = await encode({
      token: { sub: accountId, name: "Bench", epoch: 0 },
      secret: storedSecrets(dataDir).nextauth,
    });
    return {
      ids,
      cookie: `next-auth.session-token=${token}`,
      compared: `/cohorts?${new URLSearchParams(cohorts).toString()}`,
    };
  } finally {
    await closeDatabase();
  }
}
