import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { StartForReal } from "./start-for-real";

/** Says that this is a demonstration, and how it makes way for a real district. */
export function DemoNotice({ mayReplace }: { readonly mayReplace: boolean }) {
  return (
    <Card title="You are looking at a demonstration">
      <div className="grid justify-items-start gap-4">
        <p className="max-w-prose text-ink-soft">
          Every school, student and answer here is invented, so that you can try everything without
          harm. Do not put real people into it: when you are ready, start for real with an empty
          Hearth.
        </p>
        {mayReplace ? (
          <StartForReal />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <LinkButton href="/sign-in">Sign in to start for real</LinkButton>
            <p className="text-sm text-ink-soft">
              The demonstration’s district administrator can do it.
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}
