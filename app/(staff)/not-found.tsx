import { Compass } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Inside the frame, so that the way on stays in sight. "Missing" and "not yours" look alike. */
export default function StaffNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="There is nothing to see here"
        actions={
          <LinkButton href="/home" prefetch={false}>
            To your first page
          </LinkButton>
        }
      >
        The page does not exist, or your account does not include it. If you think it should, ask
        your district’s administrator.
      </EmptyState>
    </>
  );
}
