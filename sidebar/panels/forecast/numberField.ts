import { type Field, textField } from "../../parts/field.ts";

export type NumberField = Field<HTMLInputElement> & {
  /** Undefined where nothing is typed. */
  readonly value: () => number | undefined;
};

/** A field for a number or for none. */
export function numberField(
  label: string,
  value: number | undefined,
  onInput: () => void,
  help?: string,
): NumberField {
  const made = textField({
    label,
    type: "number",
    value: value === undefined ? "" : String(value),
    onInput,
    ...(help === undefined ? {} : { help }),
  });
  return {
    ...made,
    value: () => {
      const text = made.control.value.trim();
      return text === "" ? undefined : Number(text);
    },
  };
}
