"use client";

import { Search } from "lucide-react";
import { useId } from "react";

import { controlClassName } from "@/components/ui/field";
import { classNames } from "@/components/ui/class-names";

import { LONGEST_QUERY } from "./view-state";

/** The search of a table. */
export function TableSearch({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="grid min-w-0 flex-1 basis-56 gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <span className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-ink-faint"
        />
        <input
          id={id}
          type="search"
          value={value}
          autoComplete="off"
          maxLength={LONGEST_QUERY}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className={classNames(controlClassName, "pl-10")}
        />
      </span>
    </div>
  );
}

/** A select above a table: a filter, or the order on a phone. */
export function TableSelect({
  label,
  value,
  choices,
  onChange,
  className,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <div className={classNames("grid min-w-0 basis-36 gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className={classNames(controlClassName, "pr-8")}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
