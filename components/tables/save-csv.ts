"use client";

import { saveFile } from "@/components/ui/save-file";

import { csvFileName, tableCsv } from "./table-csv";
import type { DataColumn, DataRow } from "./table-data";

/** Hands a list to the browser as a CSV file; nothing is sent anywhere. */
export function saveCsv(
  key: string,
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
): void {
  const file = new Blob([tableCsv(columns, rows)], { type: "text/csv;charset=utf-8" });
  saveFile(file, csvFileName(key, new Date().toLocaleDateString("sv-SE")));
}
