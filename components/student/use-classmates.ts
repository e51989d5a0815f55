"use client";

import { useEffect, useState } from "react";
import type { Classmate } from "@/lib/ballots/client/find-seat-margins";
import type { Pulse } from "./pulse";

export type ClassList =
  | { readonly state: "loading" }
  /** It did not come, or there is none for this slip. */
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly classmates: readonly Classmate[] };

const LOADING: ClassList = { state: "loading" };

/**
 * The list of the class for one slip, fetched when its screen comes and kept in this component's memory only: it is gone
 * with the screen, and the next student's slip gets its own.
 */
export function useClassmates(pulse: Pulse, seatCode: string) {
  const [tries, setTries] = useState(0);
  const [list, setList] = useState<ClassList>(LOADING);
  useEffect(() => {
    let current = true;
    void import("./send-ballot")
      .then(({ fetchClassmates }) => fetchClassmates(pulse, seatCode))
      .catch(() => null)
      .then((classmates) => {
        if (!current) return;
        setList(classmates === null ? { state: "failed" } : { state: "ready", classmates });
      });
    return () => {
      current = false;
    };
    // The slip decides; `pulse` is the page's own and never changes.
  }, [pulse, seatCode, tries]);
  const tryAgain = () => {
    setList(LOADING);
    setTries(tries + 1);
  };
  return { list, tryAgain };
}
