/** An entry of a list of files. */
export interface DownloadChoice {
  /** What it is: "Excel". */
  readonly label: string;
  /** What it is for: "Table with notes". */
  readonly hint: string;
  readonly href: string;
  /** A page to look at and print, instead of a file. */
  readonly page?: boolean;
}
