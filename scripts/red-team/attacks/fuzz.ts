import { randomUUID } from "node:crypto";

import { demoTruths } from "@/prisma/seed/truths";
import { ROLES } from "@/e2e/support/sessions";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { clientOf, type Visitor, VISITORS } from "../crawl";
import { ownerRows } from "../truth";

/** What somebody may write into an address. */
const STRANGE = [
  "'; DROP TABLE releases; --",
  "../../../../etc/passwd",
  "%00",
  "9".repeat(400),
  "-1",
  "NaN",
  "[]",
  '{"$gt":""}',
  "<script>alert(1)</script>",
  "null",
];
const PARAMETERS = [
  "sort",
  "q",
  "grade",
  "school",
  "page",
  "wave",
  "lang",
  "view",
  "filter",
  "item",
  "about",
  "grades",
  "class",
  "classes.sort",
  "classes.is.grade",
  "flags.hide",
  "classes.from",
];

/** 9: other people's ids and strange ones, in every address, as every role: "not yours" looks like "not there". */
export const fuzzAttack: Attack = {
  number: 9,
  title: "Fuzzing filters, sorts and ids across classes and schools",
  when: "sealed",
  run: async (field) => {
    const findings: Finding[] = [];
    for (const visitor of VISITORS) findings.push(await foreignIds(field, visitor));
    for (const role of ROLES) findings.push(await strangeParameters(field, role));
    return findings;
  },
};

async function foreignIds(field: Battlefield, visitor: Visitor): Promise<Finding> {
  const wave = field.pulse.waveId;
  const classId = field.pulse.classes[2]?.classId ?? "";
  const [flag] = await ownerRows<{ id: string }>(
    field.instance,
    "SELECT id::text FROM flags WHERE class_id <> $1 AND class_id NOT LIKE 'cls-2-%' LIMIT 1",
    [demoTruths.lowAndRising],
  );
  const [account] = await ownerRows<{ id: string }>(
    field.instance,
    "SELECT id::text FROM accounts WHERE role = 'district-administrator' LIMIT 1",
  );
  const [plan] = await ownerRows<{ id: string }>(
    field.instance,
    "SELECT id::text FROM plans WHERE class_id = $1 LIMIT 1",
    [demoTruths.lowAndRising],
  );
  const forms: [path: (id: string) => string, real: string, made: string][] = [
    [(id) => `/classes/${id}`, classId, "no-such-class"],
    [(id) => `/classes/${id}/talk`, classId, "no-such-class"],
    [(id) => `/waves/${id}`, wave, randomUUID()],
    [(id) => `/api/releases/${id}`, wave, randomUUID()],
    [(id) => `/waves/${wave}/classes/${id}/slips`, classId, "no-such-class"],
    [(id) => `/waves/${wave}/classes/${id}/card`, classId, "no-such-class"],
    [(id) => `/flags/${id}`, flag?.id ?? "", randomUUID()],
    [(id) => `/plans/${id}`, plan?.id ?? "", randomUUID()],
    [(id) => `/people/${id}`, account?.id ?? "", randomUUID()],
    [(id) => `/trustee/${id}`, wave, randomUUID()],
  ];
  const { request, close } = await clientOf(field, visitor);
  const found: string[] = [];
  let refused = 0;
  for (const [path, real, made] of forms) {
    const get = async (id: string) => {
      const response = await request.get(`${field.instance.url}${path(id)}`, { maxRedirects: 0 });
      const body = (await response.text())
        .replaceAll(id, "ID")
        .replaceAll(encodeURIComponent(id), "ID");
      return {
        status: response.status(),
        body: body.replaceAll(/[0-9a-f]{16,}/gu, "…").replaceAll(/"nonce":"[^"]*"/gu, ""),
      };
    };
    const [theirs, none] = [await get(real), await get(made)];
    if (theirs.status === 200) continue;
    refused += 1;
    if (theirs.status !== none.status)
      found.push(`${path("ID")}: ${theirs.status} and ${none.status}`);
    else if (theirs.body.length !== none.body.length)
      found.push(`${path("ID")}: ${theirs.body.length} and ${none.body.length} characters`);
  }
  await close();
  const finding = nothing(
    `${visitor}: ${forms.length} kinds of ids, ${refused} of them not theirs, each against one that does not exist`,
    found,
  );
  // Nobody owns all of them; who is refused nothing has tried nothing.
  return { ...finding, held: finding.held && refused > 0 };
}

async function strangeParameters(
  field: Battlefield,
  role: (typeof ROLES)[number],
): Promise<Finding> {
  const { request, close } = await clientOf(field, role);
  const found: string[] = [];
  let tried = 0;
  const paths = [
    "/classes",
    "/flags",
    "/plans",
    "/strategies",
    "/waves",
    "/overview",
    "/audit",
    "/people",
    `/classes/${demoTruths.lowAndRising}`,
  ];
  const plain = new Map<string, Set<string>>();
  for (const path of paths) {
    const response = await request.get(`${field.instance.url}${path}`, { maxRedirects: 3 });
    plain.set(path, numbersOf(await response.text()));
  }
  for (const path of paths) {
    for (const [index, value] of STRANGE.entries()) {
      const name = PARAMETERS[index % PARAMETERS.length] ?? "q";
      const query = `${name}=${encodeURIComponent(value)}&${PARAMETERS[(index * 3 + 1) % PARAMETERS.length] ?? ""}=${encodeURIComponent(value)}`;
      const response = await request.get(`${field.instance.url}${path}?${query}`, {
        maxRedirects: 3,
      });
      tried += 1;
      if (response.status() >= 500) found.push(`${path}?${name}: ${response.status()}`);
      const fresh = [...numbersOf(await response.text())].filter(
        (figure) => plain.get(path)?.has(figure) === false,
      );
      if (fresh.length > 0) found.push(`${path}?${name} shows ${fresh.slice(0, 3).join(", ")}`);
    }
  }
  await close();
  return nothing(`${role}: ${tried} addresses with strange parameters`, found);
}

/** Shares in percent that a page shows. */
function numbersOf(body: string): Set<string> {
  const text = body.replaceAll("<!-- -->", "").replaceAll('\\"', '"');
  return new Set(
    [...text.matchAll(/\d{1,3}\s?(?:–|to|and)\s?\d{1,3}\s?%/gu)].map(([figure]) => figure),
  );
}
