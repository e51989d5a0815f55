/** Where an upload went, or why not, in words for the page. */
export type UploadOutcome =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly message: string };

const UNREACHABLE = "The file could not be sent. Check the connection and try again.";

/**
 * One file for the server: the file itself, or several packed into one zip. Packing happens here, so
 * that one import is one upload.
 */
export async function packFiles(files: readonly File[]): Promise<{ name: string; body: Blob }> {
  const [first] = files;
  if (first !== undefined && files.length === 1) return { name: first.name, body: first };
  const { zip } = await import("fflate");
  const entries: Record<string, Uint8Array> = {};
  for (const file of files) entries[file.name] = new Uint8Array(await file.arrayBuffer());
  return new Promise((resolve, reject) => {
    zip(entries, { level: 1 }, (error, bytes) => {
      if (error) reject(error);
      else resolve({ name: "csv-files.zip", body: new Blob([new Uint8Array(bytes)]) });
    });
  });
}

/** Sends a file as the raw body; `onProgress` gets the share sent, 0 to 1. Never rejects. */
export function sendUpload(
  kind: string,
  file: { readonly name: string; readonly body: Blob },
  onProgress: (share: number) => void,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    // XMLHttpRequest, because fetch does not tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open(
      "PUT",
      `/api/imports?${new URLSearchParams({ kind, name: file.name }).toString()}`,
    );
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const answer = request.response as { id?: string; message?: string } | null;
      if (request.status === 201 && answer?.id !== undefined) resolve({ ok: true, id: answer.id });
      else resolve({ ok: false, message: answer?.message ?? UNREACHABLE });
    });
    request.addEventListener("error", () => {
      resolve({ ok: false, message: UNREACHABLE });
    });
    request.send(file.body);
  });
}
