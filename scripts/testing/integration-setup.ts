import type { TestProject } from "vitest/node";

import { startTemporaryCluster, type TemporaryCluster } from "../postgres/temporary-cluster";
import { makeTemplate } from "./template-database";

let cluster: TemporaryCluster | undefined;

/** One PostgreSQL for the whole run, with a template that every test file clones. */
export async function setup(project: TestProject): Promise<void> {
  cluster = await startTemporaryCluster();
  project.provide("testCluster", await makeTemplate(cluster.postgres.urlFor));
}

/** Stops it and removes its directory. */
export async function teardown(): Promise<void> {
  await cluster?.destroy();
}
