/** The mark: a hearth's arch and the small fire in it, drawn in the accent colour. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight text-ink">
      <svg aria-hidden viewBox="0 0 24 24" className="size-7 text-accent" fill="none">
        <path
          d="M3.5 20.5V12a8.5 8.5 0 0 1 17 0v8.5"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
        <path
          d="M12 9.2c.5 2 3.4 3.4 3.4 6.6a3.4 3.4 0 0 1-6.8 0c0-1.5.8-2.4 1.5-3.2.2 1 .7 1.5 1.2 1.7-.3-1.9-.1-3.7.7-5.1Z"
          fill="var(--belonging-2)"
        />
        <path d="M2 20.5h20" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      Hearth
    </span>
  );
}
