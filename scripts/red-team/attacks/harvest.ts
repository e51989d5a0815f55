import { bandsInWords } from "../allowed-figures";
import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { crawl, VISITORS } from "../crawl";
import { figuresOf, mentionsAnswers, percentsOf } from "../figures";
import { releaseNumbers } from "../release-numbers";
import { ownerRows } from "../truth";
import { wordsBySchool, wordsSeen } from "../words-seen";

/** 1: every number about answers on every page, file, chart and alternative text that anybody can reach. */
export const harvestAttack: Attack = {
  number: 1,
  title: "Harvesting every number",
  when: "sealed",
  run: async (field) => {
    const { releases } = await releaseNumbers(field.instance);
    const cohorts = await madeCohorts(field);
    const allowed = bandsInWords(
      [...releases.values()],
      cohorts.map(({ groups }) => groups),
    );
    const paths = [...(await knownPaths(field)), ...cohorts.map(({ path }) => path)];
    const words = await wordsBySchool(field);
    const findings: Finding[] = [control(allowed)];
    for (const visitor of VISITORS) {
      const bodies = await crawl(field, visitor, paths);
      const odd = new Map<string, string>();
      let figures = 0;
      for (const [path, body] of bodies) {
        for (const figure of figuresOf(body)) {
          figures += 1;
          if (!allowed.has(figure)) odd.set(figure, path);
        }
      }
      const answers = [...bodies].filter(([, body]) => mentionsAnswers(body)).map(([path]) => path);
      findings.push({
        tried: `${visitor}: ${bodies.size} pages and files, ${figures} figures in percent or as bounds`,
        found:
          odd.size + answers.length === 0
            ? "each is a released band, or a figure made of released bands"
            : [...odd]
                .slice(0, 8)
                .map(([figure, path]) => `${figure} on ${path}`)
                .concat(answers)
                .join("; "),
        held: odd.size === 0 && answers.length === 0 && bodies.size > 0,
      });
      findings.push(wordsSeen(visitor, bodies, words));
      if (visitor === "administrator") findings.push(ownPages(field, bodies, releases));
    }
    return findings;
  },
};

/** What the harvest must notice where it stands: exact shares, in words, in data and in a chart. */
function control(allowed: ReadonlySet<string>): Finding {
  const planted = [
    "43 to 43% of the answers",
    '{\\"lo\\":0.333,\\"hi\\":0.334}',
    '{"loShare":0.01,"hiShare":0.02}',
    '"data":[[33.3,33.4],null]',
  ];
  const missed = planted.filter((body) =>
    [...figuresOf(body)].every((figure) => allowed.has(figure)),
  );
  return nothing(`as a control ${planted.length} planted figures, for one that is missed`, missed);
}

/**
 * The red team's own classes have no attendance: on their pages every percentage, also one that stands alone, must
 * be an end of a released band.
 */
function ownPages(
  { pulse }: Battlefield,
  bodies: ReadonlyMap<string, string>,
  releases: Awaited<ReturnType<typeof releaseNumbers>>["releases"],
): Finding {
  const own = releases.get(pulse.waveId);
  if (own === undefined) throw new Error("the pulse has no release");
  // Ends of the scale, and "fewer than 80% answered", which the block beside it says too.
  const ends = new Set(["0", "50", "80", "100"]);
  for (const figure of bandsInWords([own])) {
    const [, lo = "", hi = ""] = /^(\d+)–(\d+)%$/u.exec(figure) ?? [];
    ends.add(lo).add(hi);
  }
  const paths = [
    ...[`/waves/${pulse.waveId}`, `/trust/${pulse.waveId}`],
    ...pulse.classes.flatMap(({ classId }) => [
      `/classes/${classId}`,
      `/classes/${classId}/talk`,
      `/classes/${classId}/report`,
    ]),
  ];
  const odd = new Map<string, string>();
  let seen = 0;
  for (const path of paths) {
    const body = bodies.get(path);
    if (body === undefined) odd.set("no page", path);
    for (const percent of percentsOf(body ?? "")) {
      seen += 1;
      if (!ends.has(percent)) odd.set(`${percent}%`, path);
    }
  }
  const finding = nothing(
    `administrator: ${paths.length} pages of the pulse whose answers are known, ${seen} percentages, each alone`,
    [...odd].map(([figure, path]) => `${figure} on ${path}`),
  );
  return { ...finding, held: finding.held && seen > 0 };
}

/** Cohorts that pages make of several released groups: saved sets of classes, and grades of all schools. */
async function madeCohorts(field: Battlefield): Promise<{ path: string; groups: string[] }[]> {
  const rows = <Row extends object>(text: string) => ownerRows<Row>(field.instance, text);
  const sets = await rows<{ id: string; ids: string[] }>(
    "SELECT id::text, array_agg('class:' || class) AS ids FROM cohorts, unnest(class_ids) AS class GROUP BY id",
  );
  const grades = await rows<{ grade: string; ids: string[] }>(
    "SELECT grade, array_agg(DISTINCT group_id) AS ids FROM release_cells WHERE level = 'grade' GROUP BY grade",
  );
  const beside = "c=district&theme=belonging&theme=acceptance&theme=teacher-care";
  return [
    ...sets.map(({ id, ids }) => ({ path: `/cohorts?c=set:${id}&${beside}`, groups: ids })),
    ...grades.map(({ grade, ids }) => ({
      path: `/cohorts?c=grades:${encodeURIComponent(grade)}&${beside}`,
      groups: ids,
    })),
  ];
}

/** Addresses with ids that a visitor may have heard of. */
async function knownPaths(field: Battlefield): Promise<string[]> {
  const ids = (text: string) => ownerRows<{ id: string }>(field.instance, text);
  const [waves, classes, flags, plans, schools] = [
    await ids("SELECT id::text FROM waves"),
    await ids("SELECT id FROM classes"),
    await ids("SELECT id::text FROM flags"),
    await ids("SELECT id::text FROM plans"),
    await ids("SELECT id FROM orgs WHERE type = 'school'"),
  ];
  return [
    ...waves.flatMap(({ id }) => [
      `/waves/${id}`,
      `/waves/${id}/words`,
      `/trust/${id}`,
      `/api/releases/${id}`,
      `/api/manifests/${id}`,
      `/api/proofs/${id}`,
      `/api/exports/waves/${id}?format=csv`,
      `/api/exports/waves/${id}?format=xlsx`,
    ]),
    ...classes.flatMap(({ id }) => [`/classes/${id}`, `/classes/${id}/talk`]),
    ...classes.flatMap(({ id }, at) => [
      `/classes/${id}/report`,
      `/api/exports/classes/${id}?format=csv`,
      // The same table and the same report once more: of some classes.
      ...(at % 6 === 0 || field.pulse.classes.some(({ classId }) => classId === id)
        ? ["xlsx", "pdf"].map((format) => `/api/exports/classes/${id}?format=${format}`)
        : []),
    ]),
    ...schools.flatMap(({ id }) => [
      `/schools/${id}/report`,
      ...["csv", "xlsx", "pdf"].map((format) => `/api/exports/schools/${id}?format=${format}`),
    ]),
    ...flags.map(({ id }) => `/flags/${id}`),
    ...plans.map(({ id }) => `/plans/${id}`),
  ];
}
