import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { countAsked } from "@/lib/services/adults/list-asked";

/** New requests of students for an adult, for those who receive them: on a phone the navigation is folded away. */
export async function AskedNotice() {
  const asked = await countAsked(serviceContext(await requireStaff()));
  if (asked === null || asked === 0) return null;
  return (
    <div className="mb-6">
      <Notice
        tone="watch"
        title={
          asked === 1
            ? "A student asked for an adult"
            : `${String(asked)} requests for an adult are new`
        }
        actions={
          <LinkButton href="/asked-for" size="sm">
            Look now
          </LinkButton>
        }
      />
    </div>
  );
}
