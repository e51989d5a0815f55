/** First stop of the keyboard: past the navigation, to the content. */
export function SkipLink({ label = "Skip to content" }: { readonly label?: string | undefined }) {
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded-md bg-accent font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2.5"
    >
      {label}
    </a>
  );
}
