/** Hands a file to the browser under this name; nothing is sent anywhere. */
export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  // Not at once: Safari reads the file only after the click has run.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 60_000);
}
