"use client";

import { Maximize, Minimize } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";

import { Button } from "./button";

/** Not shown where a browser cannot do it, as on an iPhone. */
export function FullScreenButton() {
  const possible = useSyncExternalStore(
    () => () => undefined,
    () => document.fullscreenEnabled,
    () => false,
  );
  const full = useSyncExternalStore(
    onFullScreenChange,
    () => document.fullscreenElement !== null,
    () => false,
  );
  useEffect(() => leaveFullScreen, []);
  if (!possible) return null;
  return (
    <Button onClick={full ? leaveFullScreen : () => void enterFullScreen()}>
      {full ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
      {full ? "Leave full screen" : "Full screen"}
    </Button>
  );
}

function onFullScreenChange(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  return () => {
    document.removeEventListener("fullscreenchange", changed);
  };
}

// A browser may refuse; then the card is simply not full screen.
async function enterFullScreen(): Promise<void> {
  await document.documentElement.requestFullscreen().catch(() => undefined);
}

/** Also when the card is left: the next page would be full screen without a button to end it. */
function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
}
