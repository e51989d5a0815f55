import { EyeOff, HeartHandshake, type LucideIcon, Scale } from "lucide-react";
import { homeOf } from "@/app/(staff)/staff-navigation";
import { DemoBanner } from "@/components/layout/demo-banner";
import { PublicShell } from "@/components/layout/public-shell";
import { LinkButton } from "@/components/ui/link-button";
import { currentActor } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { DemoNotice } from "./demo-notice";

const PROMISES: readonly { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: EyeOff,
    title: "Nobody can read who said what",
    text: "Answers travel sealed and without a name. Hearth keeps nothing that joins an answer to a student: no name, no time, no address. Teachers and administrators see classes, never a person’s answer.",
  },
  {
    icon: Scale,
    title: "No number says more than it knows",
    text: "Results are shown as ranges, never as exact counts of a class. Where too few answered to keep them safe, nothing is shown, and the page says why.",
  },
  {
    icon: HeartHandshake,
    title: "Early enough to help",
    text: "Hearth points to classes where few feel they belong or where absence rises, with the reason beside it. It ranks no class and no teacher.",
  },
];

/** What Hearth is, for whoever opens the address. */
export default async function FrontPage() {
  const [district, actor] = await Promise.all([readDistrict(), currentActor()]);
  const staff = actor.kind === "staff" ? actor : null;
  const signInOrHome =
    staff === null ? (
      <LinkButton href="/sign-in" variant="secondary">
        Sign in
      </LinkButton>
    ) : (
      <LinkButton href={homeOf(staff)} variant="secondary">
        Go on as {staff.name}
      </LinkButton>
    );
  return (
    <PublicShell
      banner={district?.isDemo === true ? <DemoBanner /> : undefined}
      actions={district === null ? undefined : signInOrHome}
    >
      <div className="grid gap-12">
        <section className="grid max-w-2xl justify-items-start gap-5">
          <h1 className="text-3xl font-semibold text-balance sm:text-5xl">
            Does every student feel they belong?
          </h1>
          <p className="text-lg text-ink-soft">
            Hearth asks a class six short questions, keeps every answer anonymous, and shows a
            school where belonging is low and absence is rising, while there is still time to do
            something about it.
          </p>
          {district === null ? (
            <div className="grid justify-items-start gap-2">
              <LinkButton href="/set-up" variant="primary" size="lg">
                Set up Hearth
              </LinkButton>
              <p className="text-sm text-ink-soft">
                Nothing is set up on this server yet. It takes two minutes.
              </p>
            </div>
          ) : (
            <div className="flex flex-wrap items-center gap-3">
              <LinkButton
                href={staff === null ? "/sign-in" : homeOf(staff)}
                variant="primary"
                size="lg"
              >
                {staff === null ? "Sign in" : "Go on"}
              </LinkButton>
              <p className="text-sm text-ink-soft">
                Students: use the link or the code from your class.
              </p>
            </div>
          )}
        </section>
        {district?.isDemo === true ? (
          <DemoNotice mayReplace={staff?.role === "district-administrator"} />
        ) : null}
        <section aria-labelledby="promises" className="grid gap-5">
          <h2 id="promises" className="text-xl font-semibold">
            What Hearth promises
          </h2>
          <ul className="grid gap-4 md:grid-cols-3">
            {PROMISES.map(({ icon: Icon, title, text }) => (
              <li
                key={title}
                className="grid content-start gap-2 rounded-lg border border-line bg-surface p-5 shadow-card"
              >
                <Icon aria-hidden className="size-6 text-accent" />
                <h3 className="font-semibold">{title}</h3>
                <p className="text-ink-soft">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PublicShell>
  );
}
