"use client";

import { useState } from "react";

import { nameIn } from "@/lib/exports/file-name";

import type { DownloadChoice } from "./download-choice";
import { saveFile } from "./save-file";

export type DownloadState =
  | { readonly kind: "idle" }
  | { readonly kind: "making"; readonly label: string }
  | { readonly kind: "failed"; readonly message: string };

const IDLE = { kind: "idle" } as const;

/** Gets a file that the server takes a moment to make, and says meanwhile that it does, or afterwards why there is none. */
export function useDownload(): {
  readonly state: DownloadState;
  readonly start: (choice: DownloadChoice) => void;
} {
  const [state, setState] = useState<DownloadState>(IDLE);
  const start = ({ label, href }: DownloadChoice) => {
    setState({ kind: "making", label });
    fetchFile(href).then(setState, () => {
      setState({ kind: "failed", message: "The file did not arrive. Try again in a moment." });
    });
  };
  return { state, start };
}

async function fetchFile(href: string): Promise<DownloadState> {
  const response = await fetch(href);
  if (!response.ok) return { kind: "failed", message: await refusalOf(response) };
  const name = nameIn(response.headers.get("content-disposition"));
  saveFile(await response.blob(), name ?? "hearth");
  return IDLE;
}

/** What the server says in words; something short where it could not even do that. */
async function refusalOf(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null);
  if (typeof said === "object" && said !== null && "message" in said) return String(said.message);
  return "The file could not be made. Try again in a moment.";
}
