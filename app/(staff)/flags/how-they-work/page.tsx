import type { Metadata } from "next";

import { FlagUsefulness } from "@/components/insight/flag-usefulness";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readUsefulness } from "@/lib/services/flags/read-usefulness";

import { HowMuchIsFound, HowOftenWrong, WhereFiguresComeFrom } from "./measured-rates";
import { LifeOfAFlag, WhatFlagsCannotSee, WhatRaisesAFlag } from "./what-a-flag-is";

export const metadata: Metadata = { title: "How flags work" };

/** What a flag means, how often it is wrong and how much it misses: for whoever has to decide what to do about one. */
export default async function HowFlagsWorkPage() {
  const context = serviceContext(await requireStaff());
  const [district, usefulness] = await Promise.all([readDistrict(), readUsefulness(context)]);
  return (
    <>
      <PageHeader
        title="How flags work"
        description="A flag says: look here. A fixed rule raises it from released results and attendance. It is often right, sometimes wrong, and it misses more than it finds; this page says how often."
        breadcrumbs={<Breadcrumbs items={[{ label: "Flags", href: "/flags" }]} />}
      />
      <div className="grid gap-6">
        <WhatRaisesAFlag />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <HowOftenWrong />
          <HowMuchIsFound />
        </div>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <LifeOfAFlag teacherFirstDays={district?.teacherFirstDays ?? 0} />
          <WhatFlagsCannotSee />
        </div>
        <FlagUsefulness usefulness={usefulness} />
        <WhereFiguresComeFrom />
      </div>
    </>
  );
}
