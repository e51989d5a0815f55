import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const schema = z.object({ administrator: z.string(), teacher: z.string(), student: z.string() });

/** Three links into the demo district, as paths or absolute addresses. */
export type DemoLinks = z.infer<typeof schema>;

const fileOf = (dataDir: string) => join(dataDir, "demo-links.json");

/** Remembers the links. They open accounts of invented people, and only of those. */
export function writeDemoLinks(dataDir: string, links: DemoLinks): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
}

/** Forgets links into a district that is no longer there. */
export function forgetDemoLinks(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/** The links, on the address this start serves; undefined when there is no demo. */
export function readDemoLinks(dataDir: string, origin: string): DemoLinks | undefined {
  const path = fileOf(dataDir);
  if (!existsSync(path)) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) return undefined;
  const here = (link: string) => {
    const url = new URL(link, origin);
    return `${origin}${url.pathname}${url.search}${url.hash}`;
  };
  const { administrator, teacher, student } = parsed.data;
  return { administrator: here(administrator), teacher: here(teacher), student: here(student) };
}
