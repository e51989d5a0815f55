/** A cell of an exported table. Text is always text, whatever it looks like; numbers are whole unless a header says otherwise. */
export type ExportCell = string | number | null;

export interface ExportColumn {
  readonly header: string;
  /** What a reader needs to know of it; stands on the sheet of notes. */
  readonly meaning: string;
  /** Characters, for spreadsheets. */
  readonly width: number;
}

export interface ExportSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/** A line of the sheet of notes. */
export interface ExportNote {
  readonly term: string;
  readonly words: string;
}

/** What is exported, before it becomes a file of one kind or another. */
export interface ExportDocument {
  /** Names the file, without its ending; may hold any letters. */
  readonly title: string;
  /** All that is in it as one table: the CSV file, and one sheet of the spreadsheet. */
  readonly table: ExportSheet;
  /** More views of the same, for reading; spreadsheets have them before the table. */
  readonly views: readonly ExportSheet[];
  readonly notes: readonly ExportNote[];
}

export const EXPORT_FORMATS = ["csv", "xlsx", "pdf"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};
