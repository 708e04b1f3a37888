import type { ImportRequest, ImportResult, ValueMap } from "../../../src/addon/calls/requests.ts";

type ValueField = keyof ValueMap;

/** What a person decided about one file, as the add-on takes it. */
export type Choices = {
  readonly answers: Record<string, string>;
  readonly values: Partial<Record<ValueField, Record<string, string>>>;
};

/** Questions are named by the file without its folder. */
const baseOf = (file: string) => file.split(/[\\/]/).pop() ?? file;

export function tableAnswer(file: string): string {
  return `${baseOf(file)}/file/table`;
}

/** The column that a heading stands for; blank: the heading is not taken over. */
export function chooseField(
  { answers }: Choices,
  { file, mapping, preview }: ImportResult,
  heading: string,
  field: string,
): void {
  const base = baseOf(file);
  const labelOf = (name: string | undefined) =>
    preview?.columns.find((column) => column.field === name)?.label;
  const before = labelOf(mapping.find((one) => one.heading === heading)?.field);
  if (field === "") {
    delete answers[`${base}/${heading}/field`];
    if (before !== undefined) answers[`${base}/${before}/column`] = "none";
    return;
  }
  answers[`${base}/${heading}/field`] = field;
  // An earlier "none" for that column would contradict the new choice.
  delete answers[`${base}/${labelOf(field)}/column`];
}

/** What a value stands for; blank: it is taken as it is. */
export function chooseValue(
  { values }: Choices,
  field: ValueField,
  value: string,
  as: string,
): void {
  const map = { ...values[field] };
  if (as === "") delete map[value];
  else map[value] = as;
  values[field] = map;
}

export function requestOf(
  from: ImportRequest["from"],
  file: string,
  date: string,
  { answers, values }: Choices,
): ImportRequest {
  return { from, file, date: date === "" ? undefined : date, answers, values };
}
