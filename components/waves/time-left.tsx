"use client";

import { useEffect, useState } from "react";

/** "2 days 4 hours", "35 minutes": how long until an instant, in its two largest units. */
export function timeLeftWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / 60_000));
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  const unit = (count: number, name: string) =>
    count === 0 ? [] : [`${String(count)} ${name}${count === 1 ? "" : "s"}`];
  const parts =
    days > 0
      ? [...unit(days, "day"), ...unit(hours, "hour")]
      : [...unit(hours, "hour"), ...unit(rest, "minute")];
  return parts.length === 0 ? "no time" : parts.join(" ");
}

/** Counts down to `until` by the viewer's clock. `now` is the server's, so that both render alike. */
export function TimeLeft({ until, now }: { readonly until: string; readonly now: string }) {
  const end = Date.parse(until);
  const [left, setLeft] = useState(end - Date.parse(now));
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(end - Date.now());
    }, 15_000);
    return () => {
      clearInterval(timer);
    };
  }, [end]);
  return <span className="tabular">{timeLeftWords(left)}</span>;
}
