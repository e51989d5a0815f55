import { controlClassName } from "@/components/ui/field";
import { TextAreaField } from "@/components/ui/text-field";

/** Where a trustee types their code: fourteen groups, however they are spaced. */
export function CodeField({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <TextAreaField
      name="code"
      label={label}
      hint={hint}
      rows={4}
      className={`${controlClassName} font-mono`}
      maxLength={400}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
