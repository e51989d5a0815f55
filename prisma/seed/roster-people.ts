import type { DemoDistrict } from "./district";
import { inventedNames, type PersonName } from "./names";
import { seededRandom } from "@/lib/simulation/random";

/** A row of users.csv and of roles.csv to be. Students carry no address, as in Hearth itself. */
export interface DemoPerson {
  readonly id: string;
  readonly name: PersonName;
  readonly username: string;
  readonly email: string;
  readonly role: "student" | "teacher" | "principal" | "districtAdministrator";
  readonly orgId: string;
  readonly grade: string;
}

export const DISTRICT_ADMINISTRATOR_ID = "adm-1";

/** Reserved for examples (RFC 2606): mail to it goes nowhere. */
const MAIL_DOMAIN = "larkfield.example";

/** OneRoster grades are two characters: "06" to "12". */
export function gradeCode(grade: number): string {
  return String(grade).padStart(2, "0");
}

/** "Lucía Guerrero-Luz" → "lucia.guerreroluz". */
function mailbox({ given, family }: PersonName): string {
  const plain = (part: string) => part.normalize("NFD").replace(/[^A-Za-z]/g, "");
  return `${plain(given)}.${plain(family)}`.toLowerCase();
}

/** District administrator, principals, teachers and students, each with a name of their own. */
export function demoPeople(seed: number, district: DemoDistrict): DemoPerson[] {
  const posts: Omit<DemoPerson, "name" | "username" | "email">[] = [
    {
      id: DISTRICT_ADMINISTRATOR_ID,
      role: "districtAdministrator",
      orgId: district.id,
      grade: "",
    },
    ...district.schools.map(({ id }) => ({
      id: id.replace("sch", "prn"),
      role: "principal" as const,
      orgId: id,
      grade: "",
    })),
    ...district.classes.map(({ teacherId, schoolId }) => ({
      id: teacherId,
      role: "teacher" as const,
      orgId: schoolId,
      grade: "",
    })),
    ...district.classes.flatMap(({ studentIds, schoolId, grade }) =>
      studentIds.map((id) => ({
        id,
        role: "student" as const,
        orgId: schoolId,
        grade: gradeCode(grade),
      })),
    ),
  ];
  const names = inventedNames(seededRandom(seed, "names"), posts.length);
  return posts.map((post, index) => {
    const name = names[index];
    if (!name) throw new Error("Fewer names than people");
    const staff = post.role !== "student";
    return {
      ...post,
      name,
      username: staff ? mailbox(name) : post.id,
      email: staff ? `${mailbox(name)}@${MAIL_DOMAIN}` : "",
    };
  });
}
