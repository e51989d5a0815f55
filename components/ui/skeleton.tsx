import { classNames } from "./class-names";

/** A grey stand-in while something loads. Give it the size of what is coming: `className="h-40"`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <div
      aria-hidden
      className={classNames("animate-pulse rounded-md bg-track", className ?? "h-5")}
    />
  );
}

/** A loading page for `loading.tsx`: says so once, shows the outline. */
export function PageSkeleton({ label = "Loading" }: { readonly label?: string }) {
  return (
    <div className="grid gap-6" role="status">
      <span className="sr-only">{label}…</span>
      <Skeleton className="h-10 w-64 max-w-full" />
      <Skeleton className="h-48" />
      <Skeleton className="h-72" />
    </div>
  );
}

/** Below a heading that is there already: the outline of two cards side by side and two under them. */
export function CardsSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="grid gap-6" role="status">
      <span className="sr-only">{label}…</span>
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
      <Skeleton className="h-56" />
      <Skeleton className="h-72" />
    </div>
  );
}
