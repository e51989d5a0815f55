"use client";

import { ArrowLeft, ArrowRight, LogOut } from "lucide-react";
import { Children, type ReactNode, useCallback, useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { FullScreenButton } from "@/components/ui/full-screen-button";
import { LinkButton } from "@/components/ui/link-button";
import { PrintButton } from "@/components/ui/print-button";

import { slideAfter } from "@/components/talk/slide-keys";

/** Slides one under the other, each as high as the wall: without any script they can be scrolled, and all are printed. */
export function TalkDeck({
  backHref,
  children,
}: {
  readonly backHref: string;
  /** One a slide. */
  readonly children: ReactNode;
}) {
  const deck = useRef<HTMLDivElement>(null);
  const slides = Children.toArray(children);
  const at = useSlideInView(deck);
  const go = useCallback((to: number) => {
    deck.current?.children.item(to)?.scrollIntoView();
  }, []);
  useArrowKeys(deck, at, slides.length, go);
  return (
    <main className="grid h-dvh grid-rows-[1fr_auto] print:block print:h-auto">
      {/* A region that scrolls must be reached by keyboard. */}
      <div
        ref={deck}
        role="region"
        aria-label="Slides"
        tabIndex={0}
        className="snap-y snap-proximity scroll-pt-0 overflow-y-auto scroll-smooth print:overflow-visible"
      >
        {slides}
      </div>
      <div
        data-print="hide"
        className="flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-3 py-2 sm:px-6"
      >
        <div className="flex items-center gap-2">
          <Button
            aria-label="Slide before"
            aria-disabled={at === 0}
            onClick={() => {
              go(Math.max(0, at - 1));
            }}
          >
            <ArrowLeft aria-hidden />
          </Button>
          <Button
            aria-label="Next slide"
            aria-disabled={at === slides.length - 1}
            onClick={() => {
              go(Math.min(slides.length - 1, at + 1));
            }}
          >
            <ArrowRight aria-hidden />
          </Button>
          <p aria-live="polite" className="px-2 text-ink-soft tabular">
            {String(at + 1)} of {String(slides.length)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <FullScreenButton />
          <span className="hidden sm:contents">
            <PrintButton />
          </span>
          <LinkButton href={backHref}>
            <LogOut aria-hidden />
            Leave
          </LinkButton>
        </div>
      </div>
    </main>
  );
}

/** The slide of which most is in view. */
function useSlideInView(deck: React.RefObject<HTMLElement | null>): number {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const root = deck.current;
    if (root === null) return;
    const slides = [...root.children];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) setAt(slides.indexOf(target));
        }
      },
      // A line through the middle: exactly one slide is on it.
      { root, rootMargin: "-50% 0px -50% 0px" },
    );
    for (const slide of slides) observer.observe(slide);
    return () => {
      observer.disconnect();
    };
  }, [deck]);
  return at;
}

/** How far up or down keys move within a slide that is higher than the wall, as a part of what is seen of it. */
const STEP = 0.8;

function useArrowKeys(
  deck: React.RefObject<HTMLElement | null>,
  at: number,
  count: number,
  go: (to: number) => void,
): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (scrollsWithin(deck.current, at, event.key)) {
        event.preventDefault();
        return;
      }
      const to = slideAfter(event.key, at, count);
      if (to === null) return;
      event.preventDefault();
      go(to);
    };
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("keydown", pressed);
    };
  }, [deck, at, count, go]);
}

/** Of a slide that does not fit, as on a phone, the rest comes before the next slide. True if it moved. */
function scrollsWithin(deck: HTMLElement | null, at: number, key: string): boolean {
  const slide = deck?.children.item(at);
  if (!deck || !slide || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
  const [seen, whole] = [deck.getBoundingClientRect(), slide.getBoundingClientRect()];
  const down = key === "ArrowDown";
  const left = down ? whole.bottom - seen.bottom : seen.top - whole.top;
  if (left <= 1) return false;
  const by = Math.min(left, STEP * seen.height);
  deck.scrollBy({ top: down ? by : -by });
  return true;
}
