"use client";

import {
  createContext,
  type MouseEvent,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useReducer,
  useState,
  useTransition,
} from "react";
import { useRouter } from "next/navigation";

import { PageSkeleton } from "@/components/ui/skeleton";

/** Shorter waits show nothing: a skeleton that flashes says less than the page that was there. */
const SHOWN_AFTER_MS = 200;

const PageContext = createContext<{
  readonly pending: boolean;
  readonly go: (href: string) => void;
}>({ pending: false, go: () => undefined });

/**
 * Knows when the next page is on its way. Not `loading.tsx`: with that Next answers 200 before the page has said whether
 * it exists, and a page that is missing or not theirs must answer 404 (decision 0035).
 */
export function PagePending({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [, together] = useReducer((count: number) => count + 1, 0);
  const value = useMemo(
    () => ({
      pending,
      go: (href: string) => {
        start(() => {
          router.push(href);
        });
      },
    }),
    [pending, router],
  );
  const followed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link === null || !event.defaultPrevented) return;
    // Next's link has begun its transition in this same event; one that begins now ends with it.
    start(together);
  };
  return (
    <PageContext value={value}>
      <div className="contents" onClick={followed}>
        {children}
      </div>
    </PageContext>
  );
}

/** Goes to a page of Hearth as a link would. */
export function useGo(): (href: string) => void {
  return use(PageContext).go;
}

/** The page, or the outline of one while the next takes its time. */
export function PageOrSkeleton({ children }: { readonly children: ReactNode }) {
  const { pending } = use(PageContext);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => {
      setLate(true);
    }, SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  return (
    <>
      {pending && late ? <PageSkeleton /> : null}
      <div hidden={pending && late} className={pending && late ? undefined : "contents"}>
        {children}
      </div>
    </>
  );
}
