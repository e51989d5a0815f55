"use client";

import { createContext, useContext } from "react";

/** What the form around a field knows about it after a refused submission. */
export interface FormFieldState {
  readonly pending: boolean;
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

export const FormFieldContext = createContext<FormFieldState>({
  pending: false,
  fieldErrors: {},
  values: {},
});

/** The error and the last submitted value of one field; both absent outside a form or before a submission. */
export function useFormField(name: string): {
  readonly error: string | undefined;
  readonly value: string | undefined;
} {
  const { fieldErrors, values } = useContext(FormFieldContext);
  return { error: fieldErrors[name], value: values[name] };
}
