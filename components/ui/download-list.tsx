"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

import type { DownloadChoice } from "./download-choice";

const ITEM =
  "grid min-h-11 cursor-pointer content-center rounded-sm px-3 py-1.5 outline-none data-[highlighted]:bg-sunken";

/** The list of files with its button, open at first. */
export function DownloadList({
  button,
  className,
  choices,
  onFile,
}: {
  readonly button: ReactNode;
  readonly className: string;
  readonly choices: readonly DownloadChoice[];
  /** A file was chosen; a page opens by itself. */
  readonly onFile: (choice: DownloadChoice) => void;
}) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger className={className}>{button}</DropdownMenu.Trigger>
      {/* No portal: the list belongs to the region of the page in which its button stands. */}
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={12}
        className="z-40 grid w-64 max-w-[calc(100vw-1.5rem)] rounded-md border border-line bg-surface p-1 shadow-card"
      >
        {choices.map((choice) =>
          choice.page === true ? (
            <DropdownMenu.Item key={choice.label} asChild className={ITEM}>
              <a href={choice.href}>
                <ChoiceWords {...choice} />
              </a>
            </DropdownMenu.Item>
          ) : (
            <DropdownMenu.Item
              key={choice.label}
              className={ITEM}
              onSelect={() => {
                onFile(choice);
              }}
            >
              <ChoiceWords {...choice} />
            </DropdownMenu.Item>
          ),
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function ChoiceWords({ label, hint }: DownloadChoice) {
  return (
    <>
      <span className="font-medium">{label}</span>
      <span className="text-sm text-ink-soft">{hint}</span>
    </>
  );
}
