import type { Actor, Role, StaffActor } from "./actor";

/** A class with the school it belongs to. */
export interface ClassRef {
  readonly classId: string;
  readonly schoolId: string;
}

/** Each action with the resource it is asked about. */
export interface Resources {
  "district.configure": undefined;
  "overview.read": undefined;
  /** The district as a whole. */
  "district.read": undefined;
  "audit.read": undefined;
  "people.list": undefined;
  "people.invite": { readonly role: Role; readonly schoolIds: readonly string[] };
  /** Enabling again is the same right. */
  "account.disable": { readonly role: Role; readonly schoolIds: readonly string[] };
  "account.reset-password": { readonly role: Role; readonly schoolIds: readonly string[] };
  "roster.import": undefined;
  "attendance.import": undefined;
  /** To see how families consent, how many said no or yes, and to make a notice for them. */
  "participation.read": undefined;
  /** To set whether students take part unless, or only if, their family says so; and to import choices. */
  "participation.configure": undefined;
  /** To enter the choice of a student's family: a student of these schools. */
  "participation.enter": { readonly schoolIds: readonly string[] };
  "school.read": { readonly schoolId: string };
  "class.read": ClassRef;
  "wave.schedule": { readonly classes: readonly ClassRef[] };
  /** To publish a pulse by demographics too, and to see which the district holds. */
  "wave.count-demographics": undefined;
  /** To look at what can be asked. */
  "instruments.read": undefined;
  /** To bring in an instrument of the district's own. */
  "instruments.import": undefined;
  /** To let students of a pulse write a few words, and to see whether that may be offered. */
  "wave.ask-words": undefined;
  /** To let students of a pulse name classmates, and to see whether that may be offered. */
  "wave.ask-nominations": undefined;
  /** To read what students of a school wrote. */
  "words.read": { readonly schoolId: string };
  /** To let three colleagues hold a pulse's key between them. */
  "wave.name-trustees": undefined;
  /** To give up a closed pulse that cannot be opened. */
  "wave.destroy-unopened": undefined;
  "share.take": { readonly trusteeId: string };
  "share.confirm": { readonly trusteeId: string };
  "wave.read": { readonly classes: readonly ClassRef[] };
  "wave.open": { readonly classes: readonly ClassRef[] };
  "wave.close": { readonly classes: readonly ClassRef[] };
  "wave.download": { readonly classes: readonly ClassRef[] };
  /** To lay groups of students beside each other. */
  "cohort.compare": undefined;
  /** To see a group's figure beside others: one of these schools, or (null) of the whole district. */
  "cohort.read": { readonly schoolIds: readonly string[] | null };
  /** To keep a set of classes under a name; to rename and delete it is the same right. */
  "cohort.save": { readonly classes: readonly ClassRef[] };
  "slips.print": ClassRef;
  /** To take what a release says of a class away as a file or a report. */
  "results.export": ClassRef;
  /** The same of a school as a whole. */
  "school-results.export": { readonly schoolId: string };
  "flag.read": ClassRef;
  /** To move on, note, let rest and close. */
  "flag.update": ClassRef;
  /** To give a flag to an account, or to nobody (null). `from`: who has it now. */
  "flag.assign": ClassRef & { readonly from: string | null; readonly to: string | null };
  /** To say what they think it is: those who teach the class. */
  "flag.answer": ClassRef;
  /** To see what a class tries, and what followed. */
  "plan.read": ClassRef;
  /** To start a plan of a class, to go on with it and to end it. */
  "plan.write": ClassRef;
  /** To read what students of a school sent under their name, and to say what was done: those named to receive it. */
  "adult.receive": { readonly receiverIds: readonly string[] };
}

export type Action = keyof Resources;

export type Decision =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const ALLOWED: Decision = { allowed: true };

function refuse(reason: string): Decision {
  return { allowed: false, reason };
}

function ownsClass(actor: StaffActor, target: ClassRef): boolean {
  switch (actor.role) {
    case "district-administrator":
      return true;
    case "school-administrator":
      return actor.schoolIds.includes(target.schoolId);
    case "teacher":
      return actor.classIds.includes(target.classId);
  }
}

function ownsEvery(actor: StaffActor, classes: readonly ClassRef[]): Decision {
  if (classes.length === 0) return refuse("no class is named");
  return classes.every((target) => ownsClass(actor, target))
    ? ALLOWED
    : refuse("not every class is theirs");
}

function ownsOne(actor: StaffActor, target: ClassRef): Decision {
  return ownsClass(actor, target) ? ALLOWED : refuse("the class is not theirs");
}

function isAdministrator(actor: StaffActor): Decision {
  return actor.role === "teacher" ? refuse("administrators only") : ALLOWED;
}

function isDistrict(actor: StaffActor): Decision {
  return actor.role === "district-administrator"
    ? ALLOWED
    : refuse("the district's administrators only");
}

/** A school administrator acts on school administrators and teachers of their own schools only. */
function outranks(
  actor: StaffActor,
  target: { role: Role; schoolIds: readonly string[] },
): Decision {
  if (actor.role === "district-administrator") return ALLOWED;
  if (actor.role === "teacher") return refuse("administrators only");
  if (target.role === "district-administrator") return refuse("a wider role than their own");
  if (target.schoolIds.length === 0) return refuse("no school is named");
  return target.schoolIds.every((id) => actor.schoolIds.includes(id))
    ? ALLOWED
    : refuse("not every school is theirs");
}

/** One school is enough: a family's no must not wait until the administrators of two schools agree. */
function reachesSchool(
  actor: StaffActor,
  { schoolIds }: { readonly schoolIds: readonly string[] },
): Decision {
  if (actor.role !== "school-administrator") return isDistrict(actor);
  return schoolIds.some((id) => actor.schoolIds.includes(id))
    ? ALLOWED
    : refuse("no school of the student is theirs");
}

function administersSchool(
  actor: StaffActor,
  { schoolId }: { readonly schoolId: string },
): Decision {
  return actor.role === "district-administrator" ||
    (actor.role === "school-administrator" && actor.schoolIds.includes(schoolId))
    ? ALLOWED
    : refuse("not an administrator of the school");
}

/** Also no administrator for somebody else: a share that another can take is nobody's. */
function isTrustee(actor: StaffActor, { trusteeId }: { trusteeId: string }): Decision {
  return actor.accountId === trusteeId ? ALLOWED : refuse("the share is another's");
}

/** Also no administrator for somebody else: the student was told who will read it, by name. */
function isReceiver(
  actor: StaffActor,
  { receiverIds }: { readonly receiverIds: readonly string[] },
): Decision {
  return receiverIds.includes(actor.accountId) ? ALLOWED : refuse("not named to receive it");
}

/** A teacher takes a flag of their class, and gives back what they have; they give none to colleagues. */
function handsOn(actor: StaffActor, { from, to, ...target }: Resources["flag.assign"]): Decision {
  const own = ownsOne(actor, target);
  if (!own.allowed || actor.role !== "teacher") return own;
  const isTheirs = to === actor.accountId || (to === null && from === actor.accountId);
  return isTheirs ? ALLOWED : refuse("a teacher gives flags to nobody else");
}

/** Every school of it: one that is not theirs would be shown by what is left when theirs are taken off. */
function ownsCohort(
  actor: StaffActor,
  { schoolIds }: { readonly schoolIds: readonly string[] | null },
): Decision {
  if (actor.role !== "school-administrator") return isDistrict(actor);
  if (schoolIds === null) return refuse("the whole district is not theirs");
  if (schoolIds.length === 0) return refuse("no school is named");
  return schoolIds.every((id) => actor.schoolIds.includes(id))
    ? ALLOWED
    : refuse("not every school is theirs");
}

type Rules = { [A in Action]: (actor: StaffActor, resource: Resources[A]) => Decision };

const RULES: Rules = {
  "district.configure": isDistrict,
  "overview.read": isAdministrator,
  "district.read": isDistrict,
  "audit.read": isDistrict,
  "people.list": isAdministrator,
  "people.invite": outranks,
  "account.disable": outranks,
  "account.reset-password": outranks,
  "roster.import": isDistrict,
  "attendance.import": isDistrict,
  "participation.read": isAdministrator,
  "participation.configure": isDistrict,
  "participation.enter": reachesSchool,
  "school.read": (actor, { schoolId }) =>
    actor.role === "district-administrator" || actor.schoolIds.includes(schoolId)
      ? ALLOWED
      : refuse("the school is not theirs"),
  "class.read": ownsOne,
  "wave.schedule": (actor, { classes }) => {
    if (actor.role === "teacher" && classes.length > 1) {
      return refuse("a teacher opens a wave for one class");
    }
    return ownsEvery(actor, classes);
  },
  "wave.count-demographics": isAdministrator,
  "instruments.read": () => ALLOWED,
  "instruments.import": isDistrict,
  "wave.ask-words": isAdministrator,
  "wave.ask-nominations": isDistrict,
  "words.read": administersSchool,
  "wave.name-trustees": isDistrict,
  "wave.destroy-unopened": isDistrict,
  "share.take": isTrustee,
  "share.confirm": isTrustee,
  // Whoever owns one class of a wave may see the wave, cut to their classes by the service.
  "wave.read": (actor, { classes }) =>
    classes.some((target) => ownsClass(actor, target))
      ? ALLOWED
      : refuse("no class of the wave is theirs"),
  // Opening or calling off is for every class in it, and so is closing.
  "wave.open": (actor, { classes }) => ownsEvery(actor, classes),
  "wave.close": (actor, { classes }) => ownsEvery(actor, classes),
  // The whole release, every class of it: for those who may see every class.
  "wave.download": (actor, { classes }) => ownsEvery(actor, classes),
  "cohort.compare": isAdministrator,
  "cohort.read": ownsCohort,
  "cohort.save": (actor, { classes }) =>
    actor.role === "teacher" ? refuse("administrators only") : ownsEvery(actor, classes),
  "slips.print": ownsOne,
  "results.export": ownsOne,
  "school-results.export": administersSchool,
  "flag.read": ownsOne,
  "flag.update": ownsOne,
  "flag.assign": handsOn,
  "flag.answer": (actor, target) =>
    actor.role === "teacher" ? ownsOne(actor, target) : refuse("the class's teachers only"),
  "plan.read": ownsOne,
  "plan.write": ownsOne,
  "adult.receive": isReceiver,
};

/**
 * The one place that decides. Anything not allowed by name is refused; the reason is for the log and
 * for tests, never for the page: outside, "forbidden" and "missing" look alike.
 */
export function can<A extends Action>(actor: Actor, action: A, resource: Resources[A]): Decision {
  switch (actor.kind) {
    case "system":
      return action === "wave.open" || action === "wave.close"
        ? ALLOWED
        : refuse("the server runs schedules only");
    case "anonymous":
      return refuse("nobody is signed in");
    case "staff":
      return RULES[action](actor, resource);
  }
}
