import type { Withheld } from "@/lib/disclosure/withheld";

/** Why a class is withheld, for somebody who has never heard of disclosure control. */
export function withheldWords({ reason }: Withheld): string {
  switch (reason.code) {
    case "few-respondents":
      return "Fewer than 10 students answered. With so few, a result could point to single students.";
    case "few-on-roster":
      return "The class had fewer than 10 students when the pulse was planned. Its answers are counted in the next larger group.";
    case "close-to-parent":
      return `Almost all answers of the ${reason.parentLevel} come from this class. The few others could be worked out from the two results together.`;
    case "protects-smaller":
      return "A smaller class beside it is withheld. If this one were shown, the smaller one could be worked out from the rest.";
    case "crosses-closely":
      return "Nearly the same students as another group that is shown. Those who are in one only could be worked out from the two results together.";
    case "degraded":
      return "The check against working out single answers allowed larger groups only, for this whole pulse.";
  }
}
