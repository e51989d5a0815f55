"use client";

/** When even the frame of the page failed: no styles or components can be counted on here. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", maxWidth: "34rem", margin: "4rem auto" }}>
        <title>Something went wrong · Hearth</title>
        <main style={{ padding: "0 1rem" }}>
          <h1>Something went wrong</h1>
          <p>The page could not be shown. Nothing that was sent is lost. Try again in a moment.</p>
          <button type="button" onClick={reset} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
